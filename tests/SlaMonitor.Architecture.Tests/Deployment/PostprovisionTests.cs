namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>
/// What azd runs after provisioning: makes what can be made, takes what was given, says what is missing, and spoils nothing that is there.
/// </summary>
public sealed class PostprovisionTests : IDisposable
{
    private const string Script = "postprovision.sh";
    private const string SendGrid = "SG.very-secret";
    private const string Helpdesk = "a secret with spaces, $HOME and \"quotes\"";

    private readonly Hook _hook = new();

    [ShellTheory]
    [InlineData("bash")]
    [InlineData("sh")]
    public async Task FirstRun_MakesTheKey_TakesWhatWasGiven_AndSaysWhereToGo(string shell)
    {
        _hook.Begin("acme", "Beta_2");
        var (exit, output, error) = await _hook.RunAsync(
            shell, Script, ("SENDGRID_API_KEY", SendGrid), ("WEBHOOK_SECRET_ACME", Helpdesk), ("WEBHOOK_SECRET_BETA_2", "secret-of-beta"));

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(
            ["acknowledgement-key", "sendgrid-key", "webhook-acme", "webhook-beta-2"],
            _hook.Vault.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            (SendGrid, Helpdesk, "secret-of-beta"),
            (_hook.Vault["sendgrid-key"], _hook.Vault["webhook-acme"], _hook.Vault["webhook-beta-2"]));
        Assert.Equal(32, Convert.FromBase64String(_hook.Vault["acknowledgement-key"]).Length);
        Assert.Contains($"Helpdesk Beta_2 sends its webhooks to {Hook.Url}/api/webhooks/Beta_2\n", output, StringComparison.Ordinal);
        Assert.Contains($"{Hook.Url}/api/health", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Missing still", output, StringComparison.Ordinal);
        Assert.Single(_hook.Calls, call =>
            call.StartsWith("rest --method post --url /subscriptions/s/resourceGroups/rg-1/", StringComparison.Ordinal));
        Assert.All(_hook.Vault.Values, secret =>
            Assert.DoesNotContain(secret, output + string.Join('\n', _hook.Calls), StringComparison.Ordinal));
        Assert.Empty(_hook.LeftBehind);
    }

    [ShellFact]
    public async Task SecondRun_ChangesNothing_WhateverIsGiven()
    {
        _hook.Begin("acme");
        await _hook.RunAsync("bash", Script, ("SENDGRID_API_KEY", SendGrid), ("WEBHOOK_SECRET_ACME", Helpdesk));
        var before = _hook.Vault;
        _hook.Begin("acme");
        var (exit, output, _) = await _hook.RunAsync("bash", Script, ("SENDGRID_API_KEY", "another"), ("WEBHOOK_SECRET_ACME", "another"));

        Assert.Equal(0, exit);
        Assert.Equal(before, _hook.Vault);
        Assert.DoesNotContain(_hook.Calls, call =>
            call.StartsWith("keyvault secret set", StringComparison.Ordinal) || call.StartsWith("rest", StringComparison.Ordinal));
        Assert.Contains(
            "acknowledgement-key: is there.\nsendgrid-key: is there.\nwebhook-acme: is there.\n", output, StringComparison.Ordinal);
    }

    [ShellFact]
    public async Task WithoutTheGivenOnes_TheKeyIsMade_AndWhatIsMissingIsSaid()
    {
        _hook.Begin("acme");
        var (exit, output, error) = await _hook.RunAsync("bash", Script);

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(["acknowledgement-key"], _hook.Vault.Keys);
        Assert.Contains("az keyvault secret set --vault-name kv-1 --name sendgrid-key --file FILE", output, StringComparison.Ordinal);
        Assert.Contains("\nMissing still: sendgrid-key webhook-acme\n", output, StringComparison.Ordinal);
    }

    [ShellFact]
    public async Task ConnectionThatIsAddedLater_IsAskedForAlone()
    {
        _hook.Begin();
        await _hook.RunAsync("bash", Script, ("SENDGRID_API_KEY", SendGrid));
        var before = _hook.Vault;
        _hook.Begin("acme");
        await _hook.RunAsync("bash", Script, ("WEBHOOK_SECRET_ACME", Helpdesk));

        Assert.Equal(
            [.. before, KeyValuePair.Create("webhook-acme", Helpdesk)],
            _hook.Vault.OrderBy(secret => secret.Key, StringComparer.Ordinal));
    }

    [ShellTheory]
    [InlineData("bash")]
    [InlineData("sh")]
    public async Task DeadMansSwitch_IsAskedFor_WhereTheAppRefersToIt(string shell)
    {
        const string address = "https://ping.example.com/1?of=me&key=$x";
        _hook.Begin("acme");
        await _hook.RunAsync(shell, Script, ("PING_URL", address));
        Assert.DoesNotContain("ping-url", _hook.Vault.Keys);

        _hook.GiveDeadMansSwitch();
        var (_, missing, _) = await _hook.RunAsync(shell, Script);
        var (exit, output, error) = await _hook.RunAsync(shell, Script, ("PING_URL", address));

        Assert.Contains("\nMissing still: sendgrid-key ping-url webhook-acme\n", missing, StringComparison.Ordinal);
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(address, _hook.Vault["ping-url"]);
        Assert.DoesNotContain(address, output + string.Join('\n', _hook.Calls), StringComparison.Ordinal);
    }

    [ShellFact]
    public async Task VaultThatCannotBeListed_GetsNoKey_HoweverOftenItWasAsked()
    {
        _hook.Begin();
        _hook.Fails = ("keyvault secret list", 10);
        var (exit, _, error) = await _hook.RunAsync("bash", Script, ("SENDGRID_API_KEY", SendGrid));

        Assert.Equal(1, exit);
        Assert.Empty(_hook.Vault);
        Assert.Equal(10, _hook.Calls.Count(call => call.StartsWith("keyvault secret list", StringComparison.Ordinal)));
        Assert.Equal(
            "error: the secrets of kv-1 cannot be listed; nothing was changed. You need the role Key Vault Secrets Officer there. "
            + "Azure said: ERROR: (Forbidden) the caller may not\n",
            error);
        Assert.Empty(_hook.LeftBehind);
    }

    [ShellFact]
    public async Task RoleThatSpreadsSlowly_IsWaitedFor()
    {
        _hook.Begin();
        _hook.Fails = ("keyvault secret list", 9);
        var (exit, output, _) = await _hook.RunAsync("bash", Script);

        Assert.Equal(0, exit);
        Assert.Contains("trying again in 0 s (9 of 10)", output, StringComparison.Ordinal);
        Assert.Equal(["acknowledgement-key"], _hook.Vault.Keys);
    }

    [ShellTheory]
    [InlineData("account show", "error: the Azure CLI is not logged in (azd's login is another): az login\n")]
    [InlineData("functionapp config appsettings list", "error: the settings of func-1 cannot be read\n")]
    [InlineData(
        "keyvault secret set",
        "error: the secret acknowledgement-key could not be written to kv-1. If it was deleted lately, take it back: "
        + "az keyvault secret recover --vault-name kv-1 --name acknowledgement-key\n")]
    public async Task CallThatFails_EndsIt_WithWhatToDo(string call, string message)
    {
        _hook.Begin();
        _hook.Fails = (call, 1);
        var (exit, _, error) = await _hook.RunAsync("bash", Script, ("SENDGRID_API_KEY", SendGrid));

        Assert.Equal(1, exit);
        Assert.EndsWith(message, error, StringComparison.Ordinal);
        Assert.Empty(_hook.LeftBehind);
    }

    [ShellTheory]
    [InlineData("rest")]
    [InlineData("functionapp show")]
    public async Task AppThatCannotBeTold_IsNoMisfortune(string call)
    {
        _hook.Begin();
        _hook.Fails = (call, 1);
        var (exit, output, error) = await _hook.RunAsync("bash", Script);

        Assert.Equal(0, exit);
        Assert.EndsWith(
            "note: the app could not be told to fetch its secrets anew; it does so within 24 hours, or see docs/deploy.md.\n",
            error,
            StringComparison.Ordinal);
        Assert.Contains(Hook.Url, output, StringComparison.Ordinal);
    }

    [ShellTheory]
    [InlineData("KEY_VAULT_NAME")]
    [InlineData("MONITOR_URL")]
    public async Task OutputThatIsMissing_IsNamed(string name)
    {
        var (exit, _, error) = await _hook.RunAsync("bash", Script, (name, ""));

        Assert.Equal(
            (
                1,
                $"error: {name} is not set. azd sets it from the deployment's outputs; "
                + "without azd: export $(sh infra/hooks/find.sh ENVIRONMENT)\n"),
            (exit, error));
        Assert.Empty(_hook.Calls);
    }

    [ShellFact]
    public async Task Subscription_IsSaidWhereItIsKnown()
    {
        _hook.Begin();
        await _hook.RunAsync("bash", Script, ("AZURE_SUBSCRIPTION_ID", "s-1"));

        Assert.All(_hook.Calls.Where(call => call.StartsWith("keyvault", StringComparison.Ordinal)), call =>
            Assert.Contains("--subscription s-1", call, StringComparison.Ordinal));
    }

    public void Dispose() => _hook.Dispose();
}
