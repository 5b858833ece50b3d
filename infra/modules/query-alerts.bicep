metadata description = 'Alerts on what the monitor says of itself. Each query gives a row for each thing that is wrong, so that a row is an alert.'

@description('What the names of alerts begin with.')
param prefix string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The workspace that is asked. Others may keep their data there too.')
param workspaceId string

@description('The component whose data is meant.')
param componentId string

@description('Whom alerts tell.')
param actionGroupId string

var watches = [
  {
    name: 'heartbeat'
    description: 'No evaluation has ended well for 15 minutes: nobody is warned of anything. It fires on silence too.'
    query: loadTextContent('../queries/heartbeat.kql')
    window: 'PT15M'
    frequency: 'PT5M'
    severity: 0
  }
  {
    name: 'lag'
    description: 'The oldest due ticket is over five minutes late: warnings come too late.'
    query: loadTextContent('../queries/lag.kql')
    window: 'PT15M'
    frequency: 'PT5M'
    severity: 1
  }
  {
    name: 'mails'
    description: 'A mail was refused, bounced or dropped: somebody was not told.'
    query: loadTextContent('../queries/mails.kql')
    window: 'PT30M'
    frequency: 'PT15M'
    severity: 1
  }
  {
    name: 'webhooks'
    description: 'A helpdesk\'s webhooks are turned away again and again: its secret may be wrong, and its tickets are not watched.'
    query: loadTextContent('../queries/webhooks.kql')
    window: 'PT1H'
    frequency: 'PT15M'
    severity: 2
  }
]

resource alert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for watch in watches: {
    name: '${prefix}${watch.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${prefix}${watch.name}'
      description: watch.description
      severity: watch.severity
      enabled: true
      autoMitigate: true
      // The tables may still be empty, and a new workspace does not know them yet.
      skipQueryValidation: true
      scopes: [workspaceId]
      evaluationFrequency: watch.frequency
      windowSize: watch.window
      criteria: {
        allOf: [
          {
            query: replace(watch.query, '{component}', componentId)
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [actionGroupId]
      }
    }
  }
]
