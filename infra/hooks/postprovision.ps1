# Puts into the Key Vault what is missing there, and says where to go next. azd runs it after provisioning; it may be run again at any time
# (azd hooks run postprovision), and changes nothing that is there. No secret is printed, or stands in the arguments of a process.
#
# Knows by the environment: KEY_VAULT_NAME, AZURE_RESOURCE_GROUP, SERVICE_MONITOR_NAME, MONITOR_URL; AZURE_SUBSCRIPTION_ID where it is set.
# Takes from it, where they are set: SENDGRID_API_KEY, PING_URL, and WEBHOOK_SECRET_NAME for a helpdesk's secret webhook-name (ACME-2 is ACME_2).
# What is neither there nor set it asks for; without a terminal it says how to put it there later.
# The twin of postprovision.sh, for Windows.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

# While a role that was just given spreads, the vault refuses; so it is asked again.
$tries = 10
$wait = if ($env:POSTPROVISION_WAIT) { [int]$env:POSTPROVISION_WAIT } else { 15 }

function Fail([string]$why) {
    [Console]::Error.WriteLine("error: $why")
    exit 1
}

foreach ($name in 'KEY_VAULT_NAME', 'AZURE_RESOURCE_GROUP', 'SERVICE_MONITOR_NAME', 'MONITOR_URL') {
    if (-not [Environment]::GetEnvironmentVariable($name)) { Fail "$name is not set. azd sets it from the deployment's outputs." }
}

$subscription = if ($env:AZURE_SUBSCRIPTION_ID) { @('--subscription', $env:AZURE_SUBSCRIPTION_ID) } else { @() }

if (-not (Get-Command az -ErrorAction SilentlyContinue)) { Fail 'the Azure CLI is missing: https://aka.ms/azure-cli' }
az account show --output none 2>$null
if ($LASTEXITCODE -ne 0) { Fail "the Azure CLI is not logged in (azd's login is another): az login" }

# What is there. It has to be known for certain before anything is made: a second acknowledgement key would void every link in every mail.
for ($try = 1; ; $try++) {
    $there = @(az keyvault secret list --vault-name $env:KEY_VAULT_NAME --query '[].name' --output tsv @subscription --only-show-errors)
    if ($LASTEXITCODE -eq 0) { break }
    if ($try -ge $tries) { Fail "the secrets of $env:KEY_VAULT_NAME cannot be listed; nothing was changed. You need the role Key Vault Secrets Officer there." }
    Write-Host "The Key Vault does not let us in yet; trying again in $wait s ($try of $tries)."
    Start-Sleep -Seconds $wait
}

$script:changed = $false
$script:missing = @()

# Makes a secret.
function Put([string]$name, [string]$value) {
    $file = [IO.Path]::GetTempFileName()
    try {
        [IO.File]::WriteAllText($file, $value)
        az keyvault secret set --vault-name $env:KEY_VAULT_NAME --name $name --file $file --encoding utf-8 --output none @subscription --only-show-errors
        if ($LASTEXITCODE -ne 0) {
            Fail "the secret $name could not be written to $env:KEY_VAULT_NAME. If it was deleted lately, take it back: az keyvault secret recover --vault-name $env:KEY_VAULT_NAME --name $name"
        }
    }
    finally {
        Remove-Item -Force $file
    }
    $script:changed = $true
    Write-Host "${name}: put there."
}

# A secret that a person has to bring; $value is what the environment holds.
function Ask([string]$name, [string]$what, [string]$value) {
    if ($there -contains $name) {
        Write-Host "${name}: is there."
        return
    }
    if (-not $value -and -not [Console]::IsInputRedirected) { $value = Read-Host -MaskInput "$what (empty: later)" }
    if (-not $value) {
        $script:missing += $name
        Write-Host "${name}: is missing. $what. Put it there later: az keyvault secret set --vault-name $env:KEY_VAULT_NAME --name $name --file FILE, and run this again."
        return
    }
    Put $name $value
}

if ($there -contains 'acknowledgement-key') {
    Write-Host 'acknowledgement-key: is there.'
}
else {
    Put 'acknowledgement-key' ([Convert]::ToBase64String([Security.Cryptography.RandomNumberGenerator]::GetBytes(32)))
}

Ask 'sendgrid-key' 'The SendGrid key, with the right Mail Send; until it is there events are taken and no mail is sent' $env:SENDGRID_API_KEY

# The other secrets are those that the app's settings refer to.
$settings = az functionapp config appsettings list --resource-group $env:AZURE_RESOURCE_GROUP --name $env:SERVICE_MONITOR_NAME --output json @subscription --only-show-errors
if ($LASTEXITCODE -ne 0) { Fail "the settings of $env:SERVICE_MONITOR_NAME cannot be read" }
$settings = $settings | ConvertFrom-Json
if ($settings.name -contains 'Health__PingUrl') {
    Ask 'ping-url' 'The address that is called after each evaluation; until it is there health says 503, and nobody elsewhere notices when the monitor dies' $env:PING_URL
}

$webhooks = @($settings | ForEach-Object {
    if ($_.name -match '^Webhooks__Connections__(?<connection>.*)__Secret$') {
        $connection = $Matches.connection
        if ($_.value -match '/secrets/(?<secret>[A-Za-z0-9-]+)') { [pscustomobject]@{ Connection = $connection; Secret = $Matches.secret } }
    }
})
foreach ($webhook in $webhooks) {
    $variable = 'WEBHOOK_SECRET_' + ($webhook.Secret -replace '^webhook-', '').ToUpperInvariant().Replace('-', '_')
    Ask $webhook.Secret "The secret that the helpdesk $($webhook.Connection) signs with; until it is there its webhooks are answered 503" ([Environment]::GetEnvironmentVariable($variable))
}

if ($script:changed) {
    $id = az functionapp show --resource-group $env:AZURE_RESOURCE_GROUP --name $env:SERVICE_MONITOR_NAME --query id --output tsv @subscription --only-show-errors
    if ($id) { az rest --method post --url "$id/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none --only-show-errors }
    if ($id -and $LASTEXITCODE -eq 0) { Write-Host 'The app was told to fetch its secrets anew.' }
    else { [Console]::Error.WriteLine('note: the app could not be told to fetch its secrets anew; it does so within 24 hours, or see docs/deploy.md.') }
}

Write-Host ''
Write-Host "The monitor: $env:MONITOR_URL"
Write-Host "How it is:   $env:MONITOR_URL/api/health (it answers once the app is deployed; with a function key, /api/health/details says what is missing)"
foreach ($webhook in $webhooks) { Write-Host "Helpdesk $($webhook.Connection) sends its webhooks to $env:MONITOR_URL/api/webhooks/$($webhook.Connection)" }
Write-Host "SendGrid sends its events to $env:MONITOR_URL/api/webhooks/sendgrid-events"
if ($script:missing) { Write-Host "Missing still: $($script:missing -join ' ')" }
Write-Host 'What to do next: docs/deploy.md'
exit 0
