#!/bin/sh
# Finds an installation by the name of its environment, and prints what postprovision.sh needs to know as NAME=value, a line each:
#   export $(sh infra/hooks/find.sh sla-prod)
# azd knows all this from the deployment's outputs; this is for those who deploy without azd. Needs the Azure CLI, logged in.
set -eu

environment=${1:?"error: the name of the environment is missing, as in: sh infra/hooks/find.sh sla-prod"}

fail() {
  echo "error: $1" >&2
  exit 1
}

group=$(az group list --tag "azd-env-name=$environment" --query '[0].name' --output tsv --only-show-errors) || fail "the Azure CLI failed; is it logged in? az login"
[ -n "$group" ] || fail "there is no resource group with the tag azd-env-name=$environment in this subscription"

app=$(az functionapp list --resource-group "$group" --query '[0].name' --output tsv --only-show-errors)
host=$(az functionapp list --resource-group "$group" --query '[0].defaultHostName' --output tsv --only-show-errors)
vault=$(az keyvault list --resource-group "$group" --query '[0].name' --output tsv --only-show-errors)
[ -n "$app" ] && [ -n "$host" ] && [ -n "$vault" ] || fail "in $group the app or the Key Vault is missing; deploy infra/main.bicep again"

echo "AZURE_ENV_NAME=$environment"
echo "AZURE_RESOURCE_GROUP=$group"
echo "SERVICE_MONITOR_NAME=$app"
echo "MONITOR_URL=https://$host"
echo "KEY_VAULT_NAME=$vault"
