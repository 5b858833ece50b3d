using '../../../infra/main.bicep'

// What azd hands over, with two helpdesks, SendGrid's reports, and all that the operator may hear. The key is the one in SendGrid's own examples.
param environmentName = 'sla-prod'
param location = 'westeurope'
param operatorEmail = 'operator@example.com'
param operatorLanguage = 'zh'
param testMailAtStart = true
param dailyMail = false
param retentionTicketsAfterDays = 730
param healthEvaluationWithin = '00:30:00'
param healthOverdueBy = '01:00:00'
param healthLookEvery = '00:00:20'
param healthPatience = '00:00:05'
param deadMansSwitch = true
param allowedDomains = 'example.com, example.org'
param mailFrom = 'sla@example.com'
param sendGridPublicKey = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g=='
param connections = [
  { name: 'acme', kind: 'zendesk' }
  { name: 'service_desk', kind: 'jira' }
]
param deployerPrincipalId = '11111111-1111-1111-1111-111111111111'
param budgetStartDate = '2026-12-01'
