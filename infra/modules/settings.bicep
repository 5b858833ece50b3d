metadata description = 'All settings of the app. Each is read by the code under this name, and a test holds it. Secrets are references to the Key Vault.'

import { connection } from 'types.bicep'

@description('The name of the app.')
param appName string

@description('The name of the app\'s identity.')
param identityName string

@description('The name of the storage account.')
param storageName string

@description('The name of the Service Bus namespace.')
param serviceBusName string

@description('The name of the Application Insights component.')
param insightsName string

@description('The name of the Key Vault.')
param vaultName string

@description('The name of the queue between evaluator and notifier.')
param notificationsQueue string

@description('When deadlines are looked at: six-field NCRONTAB.')
param evaluationSchedule string

@description('Where people reach the app: links in mails begin with it.')
param publicUrl string

@description('The address that mails come from.')
param mailFrom string

@description('The name that mails come from.')
param mailFromName string

@description('Whether mails go out by SendGrid\'s hosts in the European Union.')
param sendGridEu bool

@description('The verification key of SendGrid\'s signed Event Webhook; empty for none.')
param sendGridPublicKey string

@description('The domains of the addresses that are told because a helpdesk names them; empty for any.')
param allowedDomains string

@description('Who looks after the monitor.')
param operatorEmail string

@description('The language of what the monitor sends there.')
param operatorLanguage string

@description('Whether a test mail goes there when the app starts.')
param testMailAtStart bool

@description('Whether the operator is told once a day of open tickets that fall under no agreement.')
param dailyMail bool

@description('How long ago the last evaluation may have ended: hours:minutes:seconds.')
param healthEvaluationWithin string

@description('By how much the oldest due ticket may be overdue.')
param healthOverdueBy string

@description('For how long a look at the health is good.')
param healthLookEvery string

@description('How long a look at one thing may take.')
param healthPatience string

@description('How many days after its last event the log of a settled ticket is reduced; 0: never.')
param retentionTicketsAfterDays int

@description('Whether a service elsewhere is called after each evaluation.')
param deadMansSwitch bool

@description('The helpdesks that may send.')
param connections connection[]

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// Without a version, so that a new secret is taken within a day, or when the app is told to. The code knows the public cloud's tables only, so that
// this may say its vaults' address, and snapshots show it whole.
#disable-next-line no-hardcoded-env-urls
var secrets = '@Microsoft.KeyVault(SecretUri=https://${vaultName}.vault.azure.net/secrets/'

var ofTheMonitor = {
  EvaluationSchedule: evaluationSchedule
  NotificationsQueue: notificationsQueue
  Acknowledgement__PublicUrl: publicUrl
  Acknowledgement__Key: '${secrets}acknowledgement-key)'
  SendGrid__ApiKey: '${secrets}sendgrid-key)'
  SendGrid__From: mailFrom
  SendGrid__FromName: mailFromName
  SendGrid__Eu: sendGridEu ? 'true' : 'false'
  Health__OperatorEmail: operatorEmail
  Health__OperatorLanguage: operatorLanguage
  Health__TestMailAtStart: testMailAtStart ? 'true' : 'false'
  Health__DailyMail: dailyMail ? 'true' : 'false'
  Health__EvaluationWithin: healthEvaluationWithin
  Health__OverdueBy: healthOverdueBy
  Health__LookEvery: healthLookEvery
  Health__Patience: healthPatience
  Retention__TicketsAfterDays: string(retentionTicketsAfterDays)
}

var ofDeliveryReports = empty(sendGridPublicKey) ? {} : { SendGrid__EventWebhook__PublicKey: sendGridPublicKey }

var ofRecipients = empty(allowedDomains) ? {} : { Notification__AllowedDomains: allowedDomains }

// Whoever knows the address can say that the monitor lives when it does not, and so silence the alarm: it is kept as a key is. A parameter
// would be read by whoever may read the app's settings.
var ofDeadMansSwitch = deadMansSwitch ? { Health__PingUrl: '${secrets}ping-url)' } : {}

var ofConnections = reduce(
  map(connections, connection => {
    'Webhooks__Connections__${connection.name}__Kind': connection.kind
    'Webhooks__Connections__${connection.name}__Secret': '${secrets}webhook-${replace(toLower(connection.name), '_', '-')})'
  }),
  {},
  (all, one) => union(all, one)
)

// HubSpot signs the address to which it sends.
var ofSignedAddresses = reduce(
  map(filter(connections, connection => connection.kind == 'hubspot'), connection => {
    'Webhooks__Connections__${connection.name}__PublicUrl': '${publicUrl}/api/webhooks/${connection.name}'
  }),
  {},
  (all, one) => union(all, one)
)

var ofAzure = {
  // Else GET / is answered by the host's own page, which tells everybody what runs here.
  AzureWebJobsDisableHomepage: 'true'
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  ServiceBusConnection__fullyQualifiedNamespace: '${serviceBusName}.servicebus.windows.net'
  ServiceBusConnection__credential: 'managedidentity'
  ServiceBusConnection__clientId: identity.properties.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
}

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    ofTheMonitor,
    ofDeliveryReports,
    ofRecipients,
    ofDeadMansSwitch,
    ofConnections,
    ofSignedAddresses,
    ofAzure
  )
}
