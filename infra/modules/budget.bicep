metadata description = 'A budget for the resource group. It stops nothing; it tells.'

@description('The name of the budget.')
param name string

@description('What the resource group may cost in a month, in the currency of the subscription.')
param amount int

@description('The first day of a month, as 2026-12-01. Azure does not let it be changed.')
param startDate string

@description('Who is told.')
param operatorEmail string

@description('Whom alerts tell.')
param actionGroupId string

var tells = {
  enabled: true
  operator: 'GreaterThan'
  contactEmails: [operatorEmail]
  contactGroups: [actionGroupId]
}

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: startDate
    }
    notifications: {
      spent80: union(tells, { threshold: 80, thresholdType: 'Actual' })
      forecast100: union(tells, { threshold: 100, thresholdType: 'Forecasted' })
    }
  }
}
