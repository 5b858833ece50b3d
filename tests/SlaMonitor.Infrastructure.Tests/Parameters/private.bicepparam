using '../../../infra/main.bicep'

// All that can be asked for at once: a network of one's own, three zones, the European Union, and a workspace that there already is.
param environmentName = 'sla-private'
param location = 'westeurope'
param operatorEmail = 'operator@example.com'
param publicUrl = 'https://sla.example.com'
param privateNetworking = true
param serviceBusSku = 'Premium'
param zoneRedundant = true
param euDataResidency = true
param purgeProtection = true
param existingLogAnalyticsId = '/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg-shared/providers/Microsoft.OperationalInsights/workspaces/log-shared'
param deployerPrincipalId = '22222222-2222-2222-2222-222222222222'
param deployerPrincipalType = 'ServicePrincipal'
param monthlyBudget = 1000
param budgetStartDate = '2026-12-01'
