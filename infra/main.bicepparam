using './main.bicep'

// The three questions. azd asks for the first two, its hook for the third.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param operatorEmail = readEnvironmentVariable('OPERATOR_EMAIL')

// All else has a default: azd env set NAME value.
param mailFrom = readEnvironmentVariable('MAIL_FROM', readEnvironmentVariable('OPERATOR_EMAIL'))
param sendGridPublicKey = readEnvironmentVariable('SENDGRID_PUBLIC_KEY', '')
param allowedDomains = readEnvironmentVariable('ALLOWED_DOMAINS', '')
param operatorLanguage = readEnvironmentVariable('OPERATOR_LANGUAGE', 'en')
param testMailAtStart = bool(readEnvironmentVariable('TEST_MAIL_AT_START', 'false'))
param dailyMail = bool(readEnvironmentVariable('DAILY_MAIL', 'true'))
param healthEvaluationWithin = readEnvironmentVariable('HEALTH_EVALUATION_WITHIN', '00:10:00')
param healthOverdueBy = readEnvironmentVariable('HEALTH_OVERDUE_BY', '00:15:00')
param healthLookEvery = readEnvironmentVariable('HEALTH_LOOK_EVERY', '00:00:10')
param healthPatience = readEnvironmentVariable('HEALTH_PATIENCE', '00:00:08')
param retentionTicketsAfterDays = int(readEnvironmentVariable('RETENTION_TICKETS_AFTER_DAYS', '0'))
param deadMansSwitch = bool(readEnvironmentVariable('DEAD_MANS_SWITCH', 'false'))
param publicUrl = readEnvironmentVariable('PUBLIC_URL', '')
param evaluationSchedule = readEnvironmentVariable('EVALUATION_SCHEDULE', '0 * * * * *')

// WEBHOOK_CONNECTIONS: name=kind, name=kind, as acme=zendesk, desk=jira.
param connections = any(map(
  filter(split(readEnvironmentVariable('WEBHOOK_CONNECTIONS', ''), ','), pair => !empty(trim(pair))),
  pair => { name: trim(first(split(pair, '='))), kind: trim(last(split(pair, '='))) }
))

param privateNetworking = bool(readEnvironmentVariable('PRIVATE_NETWORKING', 'false'))
param serviceBusSku = readEnvironmentVariable('SERVICE_BUS_SKU', 'Standard')
param zoneRedundant = bool(readEnvironmentVariable('ZONE_REDUNDANT', 'false'))
param existingLogAnalyticsId = readEnvironmentVariable('EXISTING_LOG_ANALYTICS_ID', '')
param euDataResidency = bool(readEnvironmentVariable('EU_DATA_RESIDENCY', 'false'))
param purgeProtection = bool(readEnvironmentVariable('PURGE_PROTECTION', 'false'))
param instanceMemoryMB = any(int(readEnvironmentVariable('INSTANCE_MEMORY_MB', '512')))
param maximumInstanceCount = int(readEnvironmentVariable('MAXIMUM_INSTANCE_COUNT', '40'))
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '50'))
param budgetStartDate = readEnvironmentVariable('BUDGET_START_DATE', '')

// azd sets it to whoever is signed in. For a workflow, set AZURE_PRINCIPAL_TYPE to ServicePrincipal.
param deployerPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param deployerPrincipalType = readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')
