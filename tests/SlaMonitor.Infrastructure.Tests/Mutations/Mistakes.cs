using SlaMonitor.Infrastructure.Tests.Policies;
using SlaMonitor.Infrastructure.Tests.Policies.Access;
using SlaMonitor.Infrastructure.Tests.Policies.App;
using SlaMonitor.Infrastructure.Tests.Policies.Data;
using SlaMonitor.Infrastructure.Tests.Policies.Queues;
using SlaMonitor.Infrastructure.Tests.Policies.Watching;

namespace SlaMonitor.Infrastructure.Tests.Mutations;

/// <summary>At least one mistake for each policy, and more where a policy looks at several things.</summary>
internal static class Mistakes
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        // Who gets in
        Mutation.Of<NoSharedKeys>(
            "account keys are taken", "modules/storage.bicep", "allowSharedKeyAccess: false", "allowSharedKeyAccess: true"),
        Mutation.Of<NoLocalAuthentication>(
            "Service Bus takes access keys", "modules/messaging.bicep", "disableLocalAuth: true", "disableLocalAuth: false"),
        Mutation.Of<NoLocalAuthentication>(
            "Application Insights takes instrumentation keys",
            "modules/insights.bicep",
            "DisableLocalAuth: true",
            "DisableLocalAuth: false"),
        Mutation.Of<NoLocalAuthentication>(
            "the workspace takes keys", "modules/workspace.bicep", "disableLocalAuth: true", "disableLocalAuth: false"),
        Mutation.Of<NoLocalAuthentication>(
            "the vault goes by access policies", "modules/vault.bicep", "enableRbacAuthorization: true", "enableRbacAuthorization: false"),
        Mutation.Of<NoLocalAuthentication>(
            "publishing by FTP takes a password",
            "modules/app.bicep",
            "    name: 'ftp'\n    properties: {\n      allow: false",
            "    name: 'ftp'\n    properties: {\n      allow: true"),
        Mutation.Of<RolesAreThoseOfTheTable>("the app may also manage the queue", "modules/messaging.bicep", "resource diagnostics", """
            resource owner 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid(namespace.id, identity.id, 'owner')
              scope: namespace
              properties: {
                roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '090c5cfd-751d-490a-894a-3ce6f1109419')
                principalId: identity.properties.principalId
                principalType: 'ServicePrincipal'
              }
            }

            resource diagnostics
            """),
        Mutation.Of<AppHasTheRolesThatItNeeds>(
            "the app may not send",
            "modules/messaging.bicep",
            "resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = [\n  for (name, index) in queues:",
            "resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = [\n  for (name, index) in take(queues, 0):"),
        Mutation.Of<RolesAreForOneResource>(
            "the app may write metrics in the whole resource group", "modules/insights.bicep", "  scope: component\n", string.Empty),
        Mutation.Of<RolesAreForOneResource>(
            "somebody may read the whole subscription", "main.bicep", "module identity 'modules/identity.bicep'", """
                resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
                  name: guid(subscription().id, deployerPrincipalId)
                  properties: {
                    roleDefinitionId: subscriptionResourceId(
                      'Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')
                    principalId: deployerPrincipalId
                    principalType: 'User'
                  }
                }

                module identity 'modules/identity.bicep'
                """),
        Mutation.Of<PrincipalTypesAreSaid>(
            "what the app's identity is, is left out", "modules/insights.bicep", "    principalType: 'ServicePrincipal'\n", string.Empty),
        Mutation.Of<PrincipalTypesAreSaid>(
            "whoever deploys is called a device", "modules/vault.bicep", "principalType: deployer!.principalType",
            "principalType: 'Device'"),
        Mutation.Of<NoSecretIsWrittenDown>(
            "secrets are asked of another vault", "modules/settings.bicep", "https://${vaultName}.vault", "https://${vaultName}2.vault"),
        Mutation.Of<NoSecretIsWrittenDown>(
            "SendGrid's key is written down", "modules/settings.bicep", "'${secrets}sendgrid-key)'", "'SG.not-a-key'"),
        Mutation.Of<NoSecretIsWrittenDown>(
            "the address of the dead man's switch is written down",
            "modules/settings.bicep",
            "'${secrets}ping-url)'",
            "'https://ping.example.com/1'"),

        // What is kept
        Mutation.Of<TlsIsAtLeast12>(
            "storage takes TLS 1.0", "modules/storage.bicep", "minimumTlsVersion: 'TLS1_2'", "minimumTlsVersion: 'TLS1_0'"),
        Mutation.Of<TlsIsAtLeast12>(
            "Service Bus takes TLS 1.0", "modules/messaging.bicep", "minimumTlsVersion: '1.2'", "minimumTlsVersion: '1.0'"),
        Mutation.Of<TlsIsAtLeast12>(
            "the door for packages takes TLS 1.0", "modules/app.bicep", "scmMinTlsVersion: '1.2'", "scmMinTlsVersion: '1.0'"),
        Mutation.Of<TlsIsAtLeast12>("the app speaks in the clear", "modules/app.bicep", "httpsOnly: true", "httpsOnly: false"),
        Mutation.Of<NoAnonymousBlobs>("packages are public", "modules/storage.bicep", "publicAccess: 'None'", "publicAccess: 'Blob'"),
        Mutation.Of<NoAnonymousBlobs>(
            "blobs may be public", "modules/storage.bicep", "allowBlobPublicAccess: false", "allowBlobPublicAccess: true"),
        Mutation.Of<SecretsCanBeTakenBack>(
            "deleted secrets are gone in a week", "modules/vault.bicep", "softDeleteRetentionInDays: 90", "softDeleteRetentionInDays: 7"),
        Mutation.Of<SecretsCanBeTakenBack>(
            "deleted secrets are gone at once", "modules/vault.bicep", "enableSoftDelete: true", "enableSoftDelete: false"),
        Mutation.Of<TablesAreThoseOfTheCode>("a table has another name", "main.bicep", "'Mails'", "'Mail'"),
        Mutation.Of<DataStaysInTheUnion>(
            "alerts are told from anywhere",
            "main.bicep",
            "location: euDataResidency ? 'swedencentral' : 'global'",
            "location: 'global'",
            "private"),
        Mutation.Of<DataStaysInTheUnion>(
            "the monitor is asked from London", "main.bicep", "'emea-fr-pra-edge'", "'emea-ru-msa-edge'", "private"),
        Mutation.Of<PrivateNetworkingIsWhole>(
            "storage lets in whom no rule names",
            "modules/storage.bicep",
            "defaultAction: privateOnly ? 'Deny' : 'Allow'",
            "defaultAction: 'Allow'",
            "private"),
        Mutation.Of<PrivateNetworkingIsWhole>(
            "storage is closed where there is no network",
            "modules/storage.bicep",
            "publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'",
            "publicNetworkAccess: 'Disabled'"),
        Mutation.Of<PrivateNetworkingIsWhole>(
            "a tier that has no private endpoints",
            "main.bicep",
            "sku: queueTier",
            "sku: take(queueTier, 0) == '' ? 'Standard' : queueTier",
            "private"),
        Mutation.Of<PrivateNetworkingIsWhole>(
            "the app is not in the network", "modules/app.bicep", "empty(subnetId) ? null : subnetId", "empty(subnetId) ? subnetId : null",
            "private"),
        Mutation.Of<PrivateNetworkingIsWhole>(
            "the vault's name leads elsewhere", "main.bicep", "privatelink.vaultcore.azure.net", "privatelink.vaultcore.example.net",
            "private"),
        Mutation.Of<PrivateNetworkingIsWhole>(
            "the vault stays open beside its private endpoint",
            "modules/vault.bicep",
            "publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'",
            "publicNetworkAccess: 'Enabled'",
            "private"),
        Mutation.Of<PrivateNetworkingIsWhole>(
            "the tables have no door",
            "main.bicep",
            "  { serviceId: id.storage, part: 'table', zone: 'privatelink.table.${environment().suffixes.storage}' }\n",
            string.Empty,
            "private"),

        // Queues
        Mutation.Of<LocksAreAtMostFiveMinutes>(
            "a lock of six minutes", "modules/messaging.bicep", "lockDuration: 'PT1M'", "lockDuration: 'PT6M'"),
        Mutation.Of<QueuesDropRepeats>(
            "a queue takes repeats", "modules/messaging.bicep", "requiresDuplicateDetection: true", "requiresDuplicateDetection: false"),
        Mutation.Of<QueuesDropRepeats>(
            "a repeat is forgotten after twenty seconds",
            "modules/messaging.bicep",
            "duplicateDetectionHistoryTimeWindow: 'PT10M'",
            "duplicateDetectionHistoryTimeWindow: 'PT20S'"),
        Mutation.Of<NothingIsDroppedUnseen>(
            "a poison message comes a thousand times", "modules/messaging.bicep", "maxDeliveryCount: 10", "maxDeliveryCount: 1000"),
        Mutation.Of<NothingIsDroppedUnseen>(
            "what has waited too long is dropped", "modules/messaging.bicep", "deadLetteringOnMessageExpiration: true",
            "deadLetteringOnMessageExpiration: false"),
        Mutation.Of<QueuesAreThoseOfTheTriggers>(
            "the setting names another queue",
            "modules/settings.bicep",
            "NotificationsQueue: notificationsQueue",
            "NotificationsQueue: '${notificationsQueue}-2'"),
        Mutation.Of<EveryQueueHasADeadLetterAlert>(
            "an alert looks at another queue", "modules/queue-alerts.bicep", "values: queues",
            "values: map(queues, queue => '${queue}-2')"),

        // The app
        Mutation.Of<SettingsAreReadByTheCode>(
            "a setting has another name", "modules/settings.bicep", "SendGrid__FromName:", "SendGrid__SenderName:"),
        Mutation.Of<RequiredSettingsAreGiven>(
            "a setting is forgotten", "modules/settings.bicep", "  Acknowledgement__Key: '${secrets}acknowledgement-key)'\n", string.Empty),
        Mutation.Of<RequiredSettingsAreGiven>(
            "a helpdesk without its kind",
            "modules/settings.bicep",
            "    'Webhooks__Connections__${connection.name}__Kind': connection.kind\n",
            string.Empty),
        Mutation.Of<SettingsAreAllowedOnFlex>(
            "always on, which Flex Consumption does not know",
            "modules/app.bicep",
            "http20Enabled: true",
            "http20Enabled: true\n      alwaysOn: true"),
        Mutation.Of<SettingsAreAllowedOnFlex>(
            "a setting that Flex Consumption refuses",
            "modules/settings.bicep",
            "  EvaluationSchedule: evaluationSchedule\n",
            "  EvaluationSchedule: evaluationSchedule\n  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'\n"),
        Mutation.Of<RuntimeIsTheOneThatWeBuildFor>(
            "a .NET that is out of support", "modules/app.bicep", "version: '10.0'", "version: '8.0'"),
        Mutation.Of<RuntimeIsTheOneThatWeBuildFor>("another plan", "modules/app.bicep", "name: 'FC1'", "name: 'Y1'"),
        Mutation.Of<AzdFindsTheApp>(
            "azd does not find its service", "main.bicep", "var serviceName = 'monitor'", "var serviceName = 'app'"),
        Mutation.Of<AzdFindsTheApp>(
            "nobody is told of the secret of the dead man's switch",
            "main.bicep",
            "  deadMansSwitch ? ['ping-url'] : [],\n",
            string.Empty),
        Mutation.Of<AzdFindsTheApp>(
            "nobody is told of a helpdesk's secret",
            "main.bicep",
            "  map(senders, connection => 'webhook-",
            "  map(take(senders, 1), connection => 'webhook-"),

        // It watches itself
        Mutation.Of<TheOperatorIsOnePerson>(
            "the monitor writes to another operator than the alerts", "main.bicep", "    operatorEmail: operator\n    operatorLanguage",
            "    operatorEmail: mailFrom\n    operatorLanguage"),
        Mutation.Of<EveryAlertTellsTheOneGroup>(
            "alerts tell nobody", "modules/query-alerts.bicep", "actionGroups: [actionGroupId]", "actionGroups: take([actionGroupId], 0)"),
        Mutation.Of<EveryAlertOfTheTableIsSet>(
            "the alerts of what the monitor says are off", "modules/query-alerts.bicep", "enabled: true", "enabled: false"),
        Mutation.Of<EveryAlertTellsTheOneGroup>("the group tells nobody", "modules/actions.bicep", "enabled: true", "enabled: false"),
        Mutation.Of<EveryAlertOfTheTableIsSet>("the heartbeat is an aside", "modules/query-alerts.bicep", "severity: 0", "severity: 4"),
        Mutation.Of<HeartbeatFiresOnSilence>("one row is no alert", "modules/query-alerts.bicep", "threshold: 0", "threshold: 1"),
        Mutation.Of<HeartbeatFiresOnSilence>(
            "the heartbeat says nothing of silence", "queries/heartbeat.kql", "| summarize Runs = sum(Sum)",
            "| summarize Runs = sum(Sum) by Name"),
        Mutation.Of<FiguresAreThoseOfTheCode>(
            "an alert on a metric that nobody sends", "queries/lag.kql", "slamonitor.evaluation.lag", "slamonitor.evaluation.delay"),
        Mutation.Of<FiguresAreThoseOfTheCode>("an alert on an event that nobody logs", "queries/mails.kql", "'5250'", "'5999'"),
        Mutation.Of<FiguresAreThoseOfTheCode>(
            "a figure is not in the workbook", "workbook.json", "'slamonitor.steps.fired'", "'slamonitor.mails.sent'"),
        Mutation.Of<QueriesAskForOurDataOnly>(
            "an alert on others' data", "queries/webhooks.kql", "| where _ResourceId =~ '{component}'\n", string.Empty),
        Mutation.Of<WhatIsDoneIsLogged>(
            "nobody is told who read a secret",
            "modules/vault.bicep",
            "        categoryGroup: 'audit'\n        enabled: true",
            "        categoryGroup: 'audit'\n        enabled: false"),
        Mutation.Of<WhatIsDoneIsLogged>(
            "nobody is told what is done to tables", "modules/storage.bicep", "  scope: account::tableService\n", "  scope: account\n"),
        Mutation.Of<TheMonitorIsAskedFromOutside>("another address is asked", "main.bicep", "'${url}/api/health'", "'${url}/health'"),
        Mutation.Of<TheMonitorIsAskedFromOutside>(
            "all places have to agree", "modules/availability.bicep", "failedLocationCount: 2", "failedLocationCount: 3"),
        Mutation.Of<CostsAreWatched>(
            "the workspace may grow without end", "modules/workspace.bicep", "dailyQuotaGb: dailyQuotaGb", "dailyQuotaGb: -dailyQuotaGb"),
        Mutation.Of<CostsAreWatched>(
            "no word of what will be spent",
            "modules/budget.bicep",
            "      forecast100: union(tells, { threshold: 100, thresholdType: 'Forecasted' })\n",
            string.Empty),

        // Everything
        Mutation.Of<EveryResourceIsTagged>(
            "a resource without a tag",
            "modules/workspace.bicep",
            "  location: location\n  tags: tags",
            "  location: location\n  tags: union({}, { of: string(length(tags)) })"),
        Mutation.Of<ApiVersionsAreApproved>(
            "a version of an API that nobody has looked at", "modules/identity.bicep", "@2024-11-30", "@2023-01-31"),
    ];
}
