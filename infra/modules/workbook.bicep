metadata description = 'The monitor\'s own figures on one page. What is on it stands in workbook.json.'

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The workspace that is asked.')
param workspaceId string

@description('The component whose data is meant.')
param componentId string

@description('The Service Bus namespace whose queues are shown.')
param serviceBusId string

var content = string(loadJsonContent('../workbook.json'))

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'SLA monitor'
    category: 'workbook'
    sourceId: workspaceId
    version: 'Notebook/1.0'
    serializedData: replace(
      replace(replace(content, '{workspaceId}', workspaceId), '{componentId}', componentId),
      '{serviceBusId}',
      serviceBusId
    )
  }
}
