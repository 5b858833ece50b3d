metadata name = 'SlaMonitor'
metadata description = 'Everything that the SLA monitor needs in Azure: one resource group, no password. docs/azure.md explains it.'

targetScope = 'subscription'

import { connection } from 'modules/types.bicep'

// The three questions.

@description('What this environment is called, as sla-prod: in names and tags.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('The region. Flex Consumption must be offered there.')
@minLength(1)
param location string

@description('The operator\'s address: gets alerts and what the budget says.')
@minLength(3)
param operatorEmail string

@description('The language of what the monitor itself sends to the operator, as en or zh.')
@minLength(2)
param operatorLanguage string = 'en'

@description('Whether a test mail goes to the operator when the app starts, at most one in an hour.')
param testMailAtStart bool = false

@description('Whether the operator is told once a day of open tickets that fall under no agreement, where there are any.')
param dailyMail bool = true

// What the monitor's health asks of it. Times are written as the program reads them, hours:minutes:seconds; what it does not take keeps it
// from starting.

@description('How long ago the last evaluation may have ended before the health is bad. Several times what lies between two ticks of evaluationSchedule.')
@minLength(8)
param healthEvaluationWithin string = '00:10:00'

@description('By how much the oldest due ticket may be overdue before the health is bad.')
@minLength(8)
param healthOverdueBy string = '00:15:00'

@description('For how long a look at the health is good, whoever asks.')
@minLength(8)
param healthLookEvery string = '00:00:10'

@description('How long a look at one thing may take before that is the finding.')
@minLength(8)
param healthPatience string = '00:00:08'

// What is kept.

@description('How many days after its last event the log of a settled ticket is reduced to what reports need; 0: never.')
@minValue(0)
@maxValue(36500)
param retentionTicketsAfterDays int = 0

// Mail.

@description('The address that mails come from, verified with SendGrid.')
param mailFrom string = operatorEmail

@description('The name that mails come from.')
@minLength(1)
param mailFromName string = 'SlaMonitor'

@description('The verification key of SendGrid\'s signed Event Webhook. It is no secret. Empty: nothing is taken from SendGrid.')
param sendGridPublicKey string = ''

@description('The domains of the addresses that are told because a helpdesk names them, as example.com, example.org. Empty: any.')
param allowedDomains string = ''

// The monitor.

@description('The helpdesks that may send.')
param connections connection[] = []

@description('When deadlines are looked at: six-field NCRONTAB. At least every five minutes, or the heartbeat alert fires.')
param evaluationSchedule string = '0 * * * * *'

@description('Whether a service elsewhere is called after each evaluation, so that it notices when the monitor dies. Its address is the secret ping-url.')
param deadMansSwitch bool = false

@description('Where people reach the monitor, as https://sla.example.com, where it has a name of its own.')
param publicUrl string = ''

@description('The memory of an instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 512

@description('How many instances there may be at most.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

// How it is built.

@description('Whether storage, queues and secrets are reached by private endpoints only. Needs serviceBusSku Premium.')
param privateNetworking bool = false

@description('The tier of Service Bus. Premium costs some seventy times as much.')
@allowed(['Standard', 'Premium'])
param serviceBusSku string = 'Standard'

@description('Whether data and instances are spread over three zones. The region must have them.')
param zoneRedundant bool = false

@description('The resource id of a Log Analytics workspace that there already is; empty to make one.')
param existingLogAnalyticsId string = ''

@description('Whether nothing may leave the European Union: checks the region, sends by SendGrid\'s European hosts, and tells alerts from there.')
param euDataResidency bool = false

@description('Whether secrets that were deleted can be taken back, whoever wants them gone. It can never be switched off again.')
param purgeProtection bool = false

// What it may cost, and who deploys it.

@description('What the resource group may cost in a month before somebody is told, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int = 50

@description('The first day of the month in which the budget begins, as 2026-12-01. Keep it once it is deployed: Azure does not let it be changed. Empty: this month.')
param budgetStartDate string = ''

@description('Leave it out: what today is can only be asked for here.')
param firstOfThisMonth string = utcNow('yyyy-MM-01')

@description('Who deploys: may write secrets and put packages into their container. Empty: nobody.')
param deployerPrincipalId string = ''

@description('What deployerPrincipalId is the id of.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param deployerPrincipalType string = 'User'

// What cannot be had together is refused before anything is made.

var queueTier = privateNetworking && serviceBusSku != 'Premium'
  ? fail('privateNetworking needs serviceBusSku Premium: Service Bus ${serviceBusSku} has no private endpoints. Set serviceBusSku to Premium, or privateNetworking to false')
  : serviceBusSku

var regionsOfTheEu = [
  'austriaeast'
  'belgiumcentral'
  'denmarkeast'
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'northeurope'
  'polandcentral'
  'spaincentral'
  'swedencentral'
  'westeurope'
]
var region = euDataResidency && !contains(regionsOfTheEu, location)
  ? fail('euDataResidency needs a region of the European Union, and ${location} is none. There are ${join(regionsOfTheEu, ', ')}')
  : location

var operator = contains(operatorEmail, '@')
  ? operatorEmail
  : fail('operatorEmail is to be an address such as operator@example.com, and is ${operatorEmail}')

var address = empty(publicUrl) || startsWith(publicUrl, 'https://')
  ? publicUrl
  : fail('publicUrl is to begin with https://, as https://sla.example.com, and is ${publicUrl}')

var domains = contains(allowedDomains, '@')
  ? fail('allowedDomains is to name domains such as example.com, example.org, and not addresses; it is ${allowedDomains}')
  : allowedDomains

// App Service takes no - in the name of a setting, and __ would be the end of a section.
var senders = [
  for sender in connections: contains(sender.name, '-') || contains(sender.name, '__')
    ? fail('a connection has letters, digits and single _ in its name, since it is part of a setting\'s, and this one is ${sender.name}')
    : sender
]

// Names are worked out here, so that every module knows the others' before they are made.

var abbreviations = loadJsonContent('abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var name = {
  actionGroup: '${abbreviations.actionGroup}${token}'
  alerts: '${abbreviations.alert}${token}-'
  app: '${abbreviations.functionApp}${token}'
  appSubnet: '${abbreviations.subnet}app'
  budget: '${abbreviations.budget}${token}'
  endpoints: '${abbreviations.privateEndpoint}${token}-'
  endpointSubnet: '${abbreviations.subnet}endpoints'
  identity: '${abbreviations.identity}${token}'
  insights: '${abbreviations.applicationInsights}${token}'
  network: '${abbreviations.virtualNetwork}${token}'
  packages: 'app-package-${token}'
  plan: '${abbreviations.plan}${token}'
  resourceGroup: '${abbreviations.resourceGroup}${environmentName}'
  serviceBus: '${abbreviations.serviceBus}${token}'
  storage: '${abbreviations.storage}${token}'
  tests: '${abbreviations.availabilityTest}${token}-'
  vault: '${abbreviations.keyVault}${token}'
  workspace: '${abbreviations.logAnalytics}${token}'
}

func idIn(resourceGroup string, type string, name string) string =>
  resourceId(subscription().subscriptionId, resourceGroup, type, name)

var id = {
  actionGroup: idIn(name.resourceGroup, 'Microsoft.Insights/actionGroups', name.actionGroup)
  insights: idIn(name.resourceGroup, 'Microsoft.Insights/components', name.insights)
  serviceBus: idIn(name.resourceGroup, 'Microsoft.ServiceBus/namespaces', name.serviceBus)
  storage: idIn(name.resourceGroup, 'Microsoft.Storage/storageAccounts', name.storage)
  vault: idIn(name.resourceGroup, 'Microsoft.KeyVault/vaults', name.vault)
  workspace: empty(existingLogAnalyticsId)
    ? idIn(name.resourceGroup, 'Microsoft.OperationalInsights/workspaces', name.workspace)
    : existingLogAnalyticsId
}

// What the code calls its queues and tables.

var notificationsQueue = 'notifications'
var queues = [notificationsQueue]
var tables = ['Tickets', 'Due', 'Notifications', 'Mails']

var serviceName = 'monitor'
var url = empty(address) ? 'https://${name.app}.azurewebsites.net' : address
var tags = { 'azd-env-name': environmentName }
var deployer = empty(deployerPrincipalId)
  ? null
  : { principalId: deployerPrincipalId, principalType: deployerPrincipalType }

// Amsterdam, Dublin and Paris lie in the Union; else Amsterdam, Virginia and Singapore.
var placesToAskFrom = euDataResidency
  ? ['emea-nl-ams-azr', 'emea-gb-db3-azr', 'emea-fr-pra-edge']
  : ['emea-nl-ams-azr', 'us-va-ash-azr', 'apac-sg-sin-azr']

var doors = [
  { serviceId: id.storage, part: 'blob', zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { serviceId: id.storage, part: 'table', zone: 'privatelink.table.${environment().suffixes.storage}' }
  { serviceId: id.serviceBus, part: 'namespace', zone: 'privatelink.servicebus.windows.net' }
  { serviceId: id.vault, part: 'vault', zone: 'privatelink.vaultcore.azure.net' }
]

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: name.resourceGroup
  location: region
  tags: tags
}

// Who the app is, and where it writes what it does.

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: name.identity
    location: region
    tags: tags
  }
}

module workspace 'modules/workspace.bicep' = if (empty(existingLogAnalyticsId)) {
  scope: group
  params: {
    name: name.workspace
    location: region
    tags: tags
  }
}

module insights 'modules/insights.bicep' = {
  scope: group
  params: {
    name: name.insights
    location: region
    tags: tags
    workspaceId: id.workspace
    identityName: name.identity
  }
  dependsOn: [identity, workspace]
}

// What it keeps, sends and knows.

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: name.storage
    location: region
    tags: tags
    tables: tables
    packageContainer: name.packages
    zoneRedundant: zoneRedundant
    privateOnly: privateNetworking
    identityName: name.identity
    deployer: deployer
    workspaceId: id.workspace
  }
  dependsOn: [identity, workspace]
}

module messaging 'modules/messaging.bicep' = {
  scope: group
  params: {
    name: name.serviceBus
    location: region
    tags: tags
    sku: queueTier
    queues: queues
    privateOnly: privateNetworking
    identityName: name.identity
    workspaceId: id.workspace
  }
  dependsOn: [identity, workspace]
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: name.vault
    location: region
    tags: tags
    purgeProtection: purgeProtection
    privateOnly: privateNetworking
    identityName: name.identity
    deployer: deployer
    workspaceId: id.workspace
  }
  dependsOn: [identity, workspace]
}

module network 'modules/network.bicep' = if (privateNetworking) {
  scope: group
  params: {
    name: name.network
    location: region
    tags: tags
    appSubnet: name.appSubnet
    endpointSubnet: name.endpointSubnet
  }
}

module endpoints 'modules/endpoint.bicep' = [
  for door in doors: if (privateNetworking) {
    name: 'endpoint-${door.part}'
    scope: group
    params: {
      name: '${name.endpoints}${door.part}'
      location: region
      tags: tags
      serviceId: door.serviceId
      part: door.part
      zoneName: door.zone
      networkName: name.network
      subnetName: name.endpointSubnet
    }
    dependsOn: [network, storage, messaging, vault]
  }
]

// The app. It waits for its roles, so that it does not start without them.

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: name.app
    planName: name.plan
    location: region
    tags: tags
    serviceName: serviceName
    identityName: name.identity
    storageName: name.storage
    packageContainer: name.packages
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    zoneRedundant: zoneRedundant
    subnetId: privateNetworking
      ? resourceId(
          subscription().subscriptionId,
          name.resourceGroup,
          'Microsoft.Network/virtualNetworks/subnets',
          name.network,
          name.appSubnet
        )
      : ''
    workspaceId: id.workspace
  }
  dependsOn: [storage, endpoints]
}

module settings 'modules/settings.bicep' = {
  scope: group
  params: {
    appName: name.app
    identityName: name.identity
    storageName: name.storage
    serviceBusName: name.serviceBus
    insightsName: name.insights
    vaultName: name.vault
    notificationsQueue: notificationsQueue
    evaluationSchedule: evaluationSchedule
    publicUrl: url
    mailFrom: mailFrom
    mailFromName: mailFromName
    sendGridEu: euDataResidency
    sendGridPublicKey: sendGridPublicKey
    allowedDomains: domains
    operatorEmail: operator
    operatorLanguage: operatorLanguage
    testMailAtStart: testMailAtStart
    dailyMail: dailyMail
    healthEvaluationWithin: healthEvaluationWithin
    healthOverdueBy: healthOverdueBy
    healthLookEvery: healthLookEvery
    healthPatience: healthPatience
    retentionTicketsAfterDays: retentionTicketsAfterDays
    deadMansSwitch: deadMansSwitch
    connections: senders
  }
  dependsOn: [app, insights, messaging, vault]
}

// It watches itself.

module actions 'modules/actions.bicep' = {
  scope: group
  params: {
    name: name.actionGroup
    location: euDataResidency ? 'swedencentral' : 'global'
    tags: tags
    operatorEmail: operator
  }
}

module queueAlerts 'modules/queue-alerts.bicep' = {
  scope: group
  params: {
    prefix: name.alerts
    tags: tags
    serviceBusName: name.serviceBus
    queues: queues
    actionGroupId: id.actionGroup
  }
  dependsOn: [messaging, actions]
}

module queryAlerts 'modules/query-alerts.bicep' = {
  scope: group
  params: {
    prefix: name.alerts
    location: region
    tags: tags
    workspaceId: id.workspace
    componentId: id.insights
    actionGroupId: id.actionGroup
  }
  dependsOn: [insights, actions]
}

module availability 'modules/availability.bicep' = {
  scope: group
  params: {
    testPrefix: name.tests
    alertPrefix: name.alerts
    location: region
    tags: tags
    insightsName: name.insights
    healthUrl: '${url}/api/health'
    places: placesToAskFrom
    actionGroupId: id.actionGroup
  }
  dependsOn: [insights, actions]
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: {
    location: region
    tags: tags
    workspaceId: id.workspace
    componentId: id.insights
    serviceBusId: id.serviceBus
  }
  dependsOn: [insights, messaging]
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: {
    name: name.budget
    amount: monthlyBudget
    startDate: empty(budgetStartDate) ? firstOfThisMonth : budgetStartDate
    operatorEmail: operator
    actionGroupId: id.actionGroup
  }
  dependsOn: [actions]
}

// For azd, and for whoever deploys.

@description('The region.')
output AZURE_LOCATION string = region

@description('The resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The Functions app: azd\'s service "monitor".')
output SERVICE_MONITOR_NAME string = name.app

@description('Where the monitor is reached.')
output MONITOR_URL string = url

@description('The Key Vault that the secrets go into.')
output KEY_VAULT_NAME string = name.vault

@description('The Service Bus namespace with the queues and their dead letters.')
output SERVICE_BUS_NAME string = name.serviceBus

@description('The storage account with the tables.')
output STORAGE_ACCOUNT_NAME string = name.storage

@description('The Application Insights component.')
output APPLICATION_INSIGHTS_NAME string = name.insights

@description('The names of the secrets that the app reads.')
output KEY_VAULT_SECRETS string[] = union(
  ['acknowledgement-key', 'sendgrid-key'],
  deadMansSwitch ? ['ping-url'] : [],
  map(senders, connection => 'webhook-${replace(toLower(connection.name), '_', '-')}')
)
