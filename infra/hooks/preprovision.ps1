# Asks for the operator's email address, if nobody has said it yet. azd asks for the environment's name and the location by itself.
# The twin of preprovision.sh, for Windows.
$ErrorActionPreference = 'Stop'

if ($env:OPERATOR_EMAIL) { exit 0 }

if ([Console]::IsInputRedirected) {
    [Console]::Error.WriteLine('error: OPERATOR_EMAIL is not set: who is told when the monitor itself is in trouble. Set it: azd env set OPERATOR_EMAIL you@example.com')
    exit 1
}

do {
    $address = Read-Host "The operator's email address, who is told when the monitor itself is in trouble"
    $good = $address -match '.@.'
    if (-not $good) { Write-Host 'This is no address; write it as in operator@example.com.' }
} until ($good)
azd env set OPERATOR_EMAIL $address
exit $LASTEXITCODE
