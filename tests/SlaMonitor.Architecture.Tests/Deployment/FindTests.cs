namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>How those who deploy without azd find what azd would know.</summary>
public sealed class FindTests : IDisposable
{
    private readonly Hook _hook = new();

    [ShellFact]
    public async Task Find_EnvironmentThatIsThere_SaysAllThatPostprovisionNeeds()
    {
        var (exit, output, error) = await RunAsync("sla-prod");

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(
            "AZURE_ENV_NAME=sla-prod\nAZURE_RESOURCE_GROUP=rg-sla-prod\nSERVICE_MONITOR_NAME=func-1\n"
            + "MONITOR_URL=https://func-1.azurewebsites.net\nKEY_VAULT_NAME=kv-1\n",
            output);
    }

    [ShellFact]
    public async Task Find_EnvironmentThatIsNotThere_SaysSo() => Assert.Equal(
        (1, "", "error: there is no resource group with the tag azd-env-name=sla-test in this subscription\n"), await RunAsync("sla-test"));

    [ShellFact]
    public async Task Find_InstallationThatIsHalfThere_SaysSo() => Assert.Equal(
        (1, "", "error: in rg-sla-half the app or the Key Vault is missing; deploy infra/main.bicep again\n"), await RunAsync("sla-half"));

    [ShellFact]
    public async Task Find_AzureThatFails_SaysNothingHalf()
    {
        _hook.Fails = ("keyvault list", 1);
        var (exit, output, _) = await RunAsync("sla-prod");

        Assert.Equal((1, ""), (exit, output));
    }

    [ShellFact]
    public async Task Preprovision_WithoutAnybodyToAsk_SaysWhatToSet()
    {
        Assert.Equal(
            (
                1,
                "",
                "error: OPERATOR_EMAIL is not set: who is told when the monitor itself is in trouble. "
                + "Set it: azd env set OPERATOR_EMAIL you@example.com\n"),
            await _hook.RunAsync("sh", "preprovision.sh"));
        Assert.Equal((0, "", ""), await _hook.RunAsync("sh", "preprovision.sh", ("OPERATOR_EMAIL", "a@b.example")));
    }

    public void Dispose() => _hook.Dispose();

    private Task<(int Exit, string Output, string Error)> RunAsync(string environment) =>
        _hook.RunAsync("sh", "find.sh", [environment], []);
}
