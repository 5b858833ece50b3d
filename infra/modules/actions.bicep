metadata description = 'Whom every alert tells.'

@description('The name of the group.')
param name string

@description('Where alerts become mails: global, or a region that keeps them within its borders.')
@allowed(['global', 'swedencentral'])
param location string

@description('The tags of every resource.')
param tags object

@description('The operator\'s address.')
param operatorEmail string

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    groupShortName: 'SlaMonitor'
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: operatorEmail
        useCommonAlertSchema: true
      }
    ]
  }
}
