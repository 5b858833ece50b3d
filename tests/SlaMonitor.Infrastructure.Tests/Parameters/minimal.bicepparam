using '../../../infra/main.bicep'

// The three questions, and nothing else.
param environmentName = 'sla-minimal'
param location = 'swedencentral'
param operatorEmail = 'operator@example.com'
