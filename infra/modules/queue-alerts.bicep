metadata description = 'Alerts on the queues: on what was given up, and on what nobody fetches. Service Bus tells both as metrics only.'

@description('What the names of alerts begin with.')
param prefix string

@description('The tags of every resource.')
param tags object

@description('The namespace.')
param serviceBusName string

@description('The queues.')
param queues string[]

@description('Whom alerts tell.')
param actionGroupId string

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: serviceBusName
}

var watches = [
  {
    name: 'dead-letters'
    description: 'Messages were given up: somebody was not told. docs/deploy.md says how to look at them and send them again.'
    metric: 'DeadletteredMessages'
    threshold: 0
    window: 'PT5M'
    severity: 1
  }
  {
    name: 'backlog'
    description: 'Messages wait and are not fetched: mails are late.'
    metric: 'ActiveMessages'
    threshold: 100
    window: 'PT15M'
    severity: 2
  }
]

resource alert 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for watch in watches: {
    name: '${prefix}${watch.name}'
    location: 'global'
    tags: tags
    properties: {
      description: watch.description
      severity: watch.severity
      enabled: true
      autoMitigate: true
      scopes: [namespace.id]
      evaluationFrequency: 'PT5M'
      windowSize: watch.window
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: watch.name
            metricNamespace: 'Microsoft.ServiceBus/namespaces'
            metricName: watch.metric
            timeAggregation: 'Average'
            operator: 'GreaterThan'
            threshold: watch.threshold
            dimensions: [
              {
                name: 'EntityName'
                operator: 'Include'
                values: queues
              }
            ]
          }
        ]
      }
      actions: [
        {
          actionGroupId: actionGroupId
        }
      ]
    }
  }
]
