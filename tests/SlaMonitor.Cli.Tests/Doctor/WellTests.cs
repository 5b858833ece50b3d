using System.Text.Json.Nodes;
using SlaMonitor.Architecture.Tests.Deployment;

namespace SlaMonitor.Cli.Tests.Doctor;

/// <summary><c>sla doctor --azure</c> on an installation in which all is well.</summary>
public sealed class WellTests : IAsyncLifetime
{
    private StubMonitor _monitor = null!;
    private FakeAzure _azure = null!;

    public async Task InitializeAsync()
    {
        _monitor = await StubMonitor.StartAsync();
        _azure = new FakeAzure(_monitor.Url);
        _azure.Variables["SENDGRID_API_KEY"] = "SG.secret\n";
    }

    public async Task DisposeAsync()
    {
        _azure.Dispose();
        await _monitor.DisposeAsync();
    }

    [ShellFact]
    public void Table_SaysWhatWasSeen()
    {
        var (exit, output, error) = Consultation.Run(_azure);

        Assert.Equal(("", 0), (error, exit));
        Assert.Equal(
            """
            check              result   what was seen
            """,
            output.Replace(_monitor.Url.ToString(), "URL/", StringComparison.Ordinal));
    }

    [ShellFact]
    public void Azure_IsAskedAndNeverToldToChangeAnything_EachThingOnce()
    {
        Consultation.Run(_azure);

        Assert.All(_azure.Calls, call => Assert.Matches("^azd env get-values$|^az [a-z -]*?(show|list|query) |^az rest --method get ", call));
        Assert.All(_azure.Calls.Where(call => call.StartsWith("az ", StringComparison.Ordinal) && !call.Contains(" rest ")), call =>
            Assert.Contains("--subscription s-1 --output json", call, StringComparison.Ordinal));
        Assert.Equal(_azure.Calls.Distinct(), _azure.Calls);
    }

    [ShellFact]
    public void Canary_IsCreatedReadAndDeleted_WithTheKey()
    {
        Consultation.Run(_azure, "--customer", "acme");

        var asked = _monitor.Requests.Where(request => request.Line is StubMonitor.Events or StubMonitor.Ticket).ToList();
        Assert.Equal([StubMonitor.Events, StubMonitor.Ticket, StubMonitor.Events], asked.Select(request => request.Line));
        Assert.All(asked, request => Assert.Equal(FakeAzure.Key, request.Key));
        var (created, deleted) = (JsonNode.Parse(asked[0].Body)!, JsonNode.Parse(asked[2].Body)!);
        Assert.Equal(
            ("ticket.created", StubMonitor.Canary, "acme"),
            ((string?)created["type"], (string?)created["subject"], (string?)created["data"]!["customer"]));
        Assert.Equal(("ticket.deleted", StubMonitor.Canary), ((string?)deleted["type"], (string?)deleted["subject"]));
        Assert.NotEqual((string?)created["id"], (string?)deleted["id"]);
    }

    [ShellFact]
    public void Mail_IsForTheSandbox_AndTheKeyIsSeenByNobodyElse()
    {
        var (_, output, _) = Consultation.Run(_azure);

        var mail = Assert.Single(_monitor.Requests, request => request.Line == StubMonitor.Mail);
        Assert.Equal("Bearer SG.secret", mail.Key);
        Assert.True((bool)JsonNode.Parse(mail.Body)!["mail_settings"]!["sandbox_mode"]!["enable"]!);
        Assert.All((string[])["SG.secret", FakeAzure.Key], secret =>
            Assert.DoesNotContain(secret, output + string.Join('\n', _azure.Calls), StringComparison.Ordinal));
    }

    [ShellFact]
    public void StrangersAndHealth_AreAskedWithoutTheKey()
    {
        Consultation.Run(_azure);

        Assert.All(_monitor.Requests.Where(request => request.Line is StubMonitor.Health or StubMonitor.Reports), request =>
            Assert.Null(request.Key));
    }
}
