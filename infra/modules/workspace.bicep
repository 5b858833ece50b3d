metadata description = 'Where all logs and metrics are kept.'

@description('The name of the workspace.')
param name string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('For how many days logs are kept.')
@minValue(30)
@maxValue(730)
param retentionInDays int = 30

@description('After how many GB a day nothing more is taken: a stop for the costs. The heartbeat alert then fires, since it sees nothing any more.')
@minValue(1)
param dailyQuotaGb int = 1

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionInDays
    workspaceCapping: {
      dailyQuotaGb: dailyQuotaGb
    }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}
