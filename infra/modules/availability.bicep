metadata description = 'Whether the monitor answers from outside: its health is asked for from several places, and two of them have to agree that it is ill.'

@description('What the names of tests begin with.')
param testPrefix string

@description('What the names of alerts begin with.')
param alertPrefix string

@description('The region of the component.')
param location string

@description('The tags of every resource.')
param tags object

@description('The component that the results are sent to.')
param insightsName string

@description('The address of the monitor\'s health.')
param healthUrl string

@description('From where it is asked, by the ids that Azure gives its places.')
@minLength(3)
param places string[]

@description('Whom the alert tells.')
param actionGroupId string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// Azure finds the component of a test by this tag.
var tagsOfTheTest = union(tags, { 'hidden-link:${insights.id}': 'Resource' })

resource test 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${testPrefix}health'
  location: location
  tags: tagsOfTheTest
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${testPrefix}health'
    Name: 'Health of the SLA monitor'
    Kind: 'standard'
    Enabled: true
    // Each place and each try costs; every quarter of an hour is about as often as an operator would look.
    Frequency: 900
    Timeout: 30
    RetryEnabled: true
    Locations: [
      for place in places: {
        Id: place
      }
    ]
    Request: {
      RequestUrl: healthUrl
      HttpVerb: 'GET'
      ParseDependentRequests: false
      FollowRedirects: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource alert 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${alertPrefix}availability'
  location: 'global'
  tags: tagsOfTheTest
  properties: {
    description: 'The monitor does not answer from outside, or says that it is ill: helpdesks cannot reach it.'
    severity: 1
    enabled: true
    autoMitigate: true
    scopes: [test.id, insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: test.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}
