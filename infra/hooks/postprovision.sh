#!/bin/sh
# Puts into the Key Vault what is missing there, and says where to go next. azd runs it after provisioning; it may be run again at any time
# (azd hooks run postprovision), and changes nothing that is there. No secret is printed, or stands in the arguments of a process.
#
# Knows by the environment: KEY_VAULT_NAME, AZURE_RESOURCE_GROUP, SERVICE_MONITOR_NAME, MONITOR_URL; AZURE_SUBSCRIPTION_ID where it is set.
# Takes from it, where they are set: SENDGRID_API_KEY, PING_URL, and WEBHOOK_SECRET_NAME for a helpdesk's secret webhook-name (ACME-2 is ACME_2).
# What is neither there nor set it asks for; without a terminal it says how to put it there later.
# postprovision.ps1 is its twin for Windows.
set -eu

# While a role that was just given spreads, the vault refuses; so it is asked again.
tries=10
wait=${POSTPROVISION_WAIT:-15}

fail() {
  echo "error: $1" >&2
  exit 1
}

for name in KEY_VAULT_NAME AZURE_RESOURCE_GROUP SERVICE_MONITOR_NAME MONITOR_URL; do
  eval "[ -n \"\${$name:-}\" ]" || fail "$name is not set. azd sets it from the deployment's outputs; without azd: export \$(sh infra/hooks/find.sh ENVIRONMENT)"
done

cloud() { az "$@" ${AZURE_SUBSCRIPTION_ID:+--subscription "$AZURE_SUBSCRIPTION_ID"} --only-show-errors; }

command -v az >/dev/null || fail "the Azure CLI is missing: https://aka.ms/azure-cli"
az account show --output none 2>/dev/null || fail "the Azure CLI is not logged in (azd's login is another): az login"

umask 077
folder=$(mktemp -d)
trap 'stty echo 2>/dev/null || :; rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM

# What is there. It has to be known for certain before anything is made: a second acknowledgement key would void every link in every mail.
try=1
until cloud keyvault secret list --vault-name "$KEY_VAULT_NAME" --query '[].name' --output tsv >"$folder/there" 2>"$folder/why"; do
  [ "$try" -lt "$tries" ] || fail "the secrets of $KEY_VAULT_NAME cannot be listed; nothing was changed. You need the role Key Vault Secrets Officer there. Azure said: $(tail -n 1 "$folder/why")"
  echo "The Key Vault does not let us in yet; trying again in $wait s ($try of $tries)."
  sleep "$wait"
  try=$((try + 1))
done

is_there() { tr -d '\r' <"$folder/there" | grep -Fqx "$1"; }

# put NAME: makes a secret of what the file $folder/value holds.
changed=
put() {
  cloud keyvault secret set --vault-name "$KEY_VAULT_NAME" --name "$1" --file "$folder/value" --encoding utf-8 --output none \
    || fail "the secret $1 could not be written to $KEY_VAULT_NAME. If it was deleted lately, take it back: az keyvault secret recover --vault-name $KEY_VAULT_NAME --name $1"
  rm -f "$folder/value"
  changed=yes
  echo "$1: put there."
}

# ask NAME WHAT VALUE: a secret that a person has to bring; VALUE is what the environment holds.
ask() {
  if is_there "$1"; then
    echo "$1: is there."
    return
  fi
  given=$3
  if [ -z "$given" ] && [ -t 0 ]; then
    printf '%s (empty: later): ' "$2"
    stty -echo
    read -r given || :
    stty echo
    echo
  fi
  if [ -z "$given" ]; then
    missing="${missing:-} $1"
    echo "$1: is missing. $2. Put it there later: az keyvault secret set --vault-name $KEY_VAULT_NAME --name $1 --file FILE, and run this again."
    return
  fi
  printf '%s' "$given" >"$folder/value"
  put "$1"
}

if is_there acknowledgement-key; then
  echo "acknowledgement-key: is there."
else
  dd if=/dev/urandom bs=32 count=1 2>/dev/null | base64 | tr -d '\n' >"$folder/value"
  put acknowledgement-key
fi

ask sendgrid-key "The SendGrid key, with the right Mail Send; until it is there events are taken and no mail is sent" "${SENDGRID_API_KEY:-}"

# The other secrets are those that the app's settings refer to: NAME<tab>REFERENCE, a line each.
cloud functionapp config appsettings list --resource-group "$AZURE_RESOURCE_GROUP" --name "$SERVICE_MONITOR_NAME" \
  --query "[?starts_with(name, 'Webhooks__Connections__') && ends_with(name, '__Secret') || name == 'Health__PingUrl'].[name, value]" --output tsv >"$folder/references" \
  || fail "the settings of $SERVICE_MONITOR_NAME cannot be read"
if grep -q '^Health__PingUrl' "$folder/references"; then
  ask ping-url "The address that is called after each evaluation; until it is there health says 503, and nobody elsewhere notices when the monitor dies" "${PING_URL:-}"
fi

tr -d '\r' <"$folder/references" | sed -n 's/^Webhooks__Connections__\(.*\)__Secret[[:space:]].*\/secrets\/\([A-Za-z0-9-]*\).*$/\1 \2/p' >"$folder/webhooks"
# By another descriptor, because the terminal is what is asked.
while read -r connection secret <&3; do
  variable="WEBHOOK_SECRET_$(printf '%s' "${secret#webhook-}" | tr 'a-z-' 'A-Z_')"
  eval "value=\${$variable:-}"
  ask "$secret" "The secret that the helpdesk $connection signs with; until it is there its webhooks are answered 503" "$value"
done 3<"$folder/webhooks"

if [ -n "$changed" ]; then
  id=$(cloud functionapp show --resource-group "$AZURE_RESOURCE_GROUP" --name "$SERVICE_MONITOR_NAME" --query id --output tsv | tr -d '\r') || id=
  if [ -n "$id" ] && az rest --method post --url "$id/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none --only-show-errors; then
    echo "The app was told to fetch its secrets anew."
  else
    echo "note: the app could not be told to fetch its secrets anew; it does so within 24 hours, or see docs/deploy.md." >&2
  fi
fi

echo
echo "The monitor: $MONITOR_URL"
echo "How it is:   $MONITOR_URL/api/health (it answers once the app is deployed; with a function key, /api/health/details says what is missing)"
while read -r connection secret <&3; do echo "Helpdesk $connection sends its webhooks to $MONITOR_URL/api/webhooks/$connection"; done 3<"$folder/webhooks"
echo "SendGrid sends its events to $MONITOR_URL/api/webhooks/sendgrid-events"
if [ -n "${missing:-}" ]; then echo "Missing still:$missing"; fi
echo "What to do next: docs/deploy.md"
