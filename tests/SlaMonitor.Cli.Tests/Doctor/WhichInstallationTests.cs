using SlaMonitor.Architecture.Tests.Deployment;

namespace SlaMonitor.Cli.Tests.Doctor;

/// <summary>Which installation <c>sla doctor --azure</c> looks at.</summary>
public sealed class WhichInstallationTests : IAsyncLifetime
{
    private StubMonitor _monitor = null!;
    private FakeAzure _azure = null!;

    public async Task InitializeAsync()
    {
        _monitor = await StubMonitor.StartAsync();
        _azure = new FakeAzure(_monitor.Url);
    }

    public async Task DisposeAsync()
    {
        _azure.Dispose();
        await _monitor.DisposeAsync();
    }

    [ShellFact]
    public void Option_BeforeVariable_BeforeAzd()
    {
        _azure.Variables["AZURE_RESOURCE_GROUP"] = "rg-of-the-variable";
        _azure.Variables["SERVICE_BUS_NAME"] = "sb-of-the-variable";

        Consultation.Run(_azure, "--resource-group", "rg-of-the-option");

        Assert.Contains(_azure.Calls, call => call.StartsWith(
            "az servicebus queue show --resource-group rg-of-the-option --namespace-name sb-of-the-variable --name notifications ",
            StringComparison.Ordinal));
        Assert.Contains(_azure.Calls, call => call.Contains("--account-name st1 ", StringComparison.Ordinal));
    }

    [ShellFact]
    public void AllNamesGiven_AzdIsNotAsked_AndTheSubscriptionIsThatOfAz()
    {
        _azure.Remove("azd");

        var (exit, _, error) = Consultation.Run(
            _azure, "--url", _monitor.Url.ToString(), "--resource-group", "rg-1", "--app", "func-1", "--service-bus", "sb-1",
            "--storage-account", "st1", "--application-insights", "appi-1");

        Assert.Equal(("", 0), (error, exit));
        Assert.DoesNotContain(_azure.Calls, call => call.Contains("--subscription", StringComparison.Ordinal));
    }

    [ShellFact]
    public void NameThatIsMissing_IsSaid_AndNothingIsLookedAt()
    {
        _azure.Print("azd env get-values", "MONITOR_URL=\"https://x\"\nAZURE_RESOURCE_GROUP=\"\"");

        Assert.Equal(
            (2, "",
            "error: which installation? Not known: --app (SERVICE_MONITOR_NAME), --service-bus (SERVICE_BUS_NAME), "
            + "--storage-account (STORAGE_ACCOUNT_NAME), --application-insights (APPLICATION_INSIGHTS_NAME).\n"
            + "to do: run it in the folder of azure.yaml, after azd up, or give the options\n"),
            Consultation.Run(_azure, "--resource-group", "rg-1"));
        Assert.Equal(["azd env get-values"], _azure.Calls);
    }

    [ShellFact]
    public void Azd_ThatFailsOrIsMissing_IsSaid()
    {
        _azure.Fail("azd env get-values", "ERROR: no project exists");
        Assert.Contains(" azd env: ERROR: no project exists.\n", Consultation.Run(_azure).Error, StringComparison.Ordinal);

        _azure.Remove("azd");
        Assert.Contains("(APPLICATION_INSIGHTS_NAME). azd is missing.\n", Consultation.Run(_azure).Error, StringComparison.Ordinal);
    }

    [ShellFact]
    public void Az_ThatIsMissing_FailsEveryCheckThatNeedsIt_AndTheOthersAreRun()
    {
        _azure.Remove("az");

        var (exit, output, _) = Consultation.Run(_azure);

        Assert.Equal(1, exit);
        Assert.Equal("failed   az is missing\nto do: install it: https://aka.ms/azure-cli", Consultation.RowOf(output, "queue"));
        Assert.StartsWith("ok ", Consultation.RowOf(output, "SendGrid's events"), StringComparison.Ordinal);
    }

    [ShellTheory]
    [InlineData("http://sla.example.com")]
    [InlineData("sla.example.com")]
    public void Url_ThatWouldGetTheKeyInTheClear_IsRefused(string url)
    {
        Assert.Equal(
            (2, "", $"error: '{url}' is no https address, and would get the function key in the clear\nto do: name an https address\n"),
            Consultation.Run(_azure, "--url", url));
        Assert.Equal(["azd env get-values"], _azure.Calls);
    }
}
