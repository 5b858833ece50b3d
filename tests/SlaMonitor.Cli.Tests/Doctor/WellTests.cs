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
            identity           ok       anna@example.com, subscription Prod; on rg-1: Contributor, Reader
            roles of the app   ok       Azure Service Bus Data Receiver, Azure Service Bus Data Sender, Key Vault Secrets User,
             Monitoring Metrics Publisher, Storage Blob Data Owner, Storage Table Data Contributor
            functions          ok       all 57 are found
            address            ok       links in mails begin with URL/, which is the app's own
            secrets            ok       1 fetched from the Key Vault
            tables             ok       Tickets, Due, Notifications, Mails are there
            tables, read       ok       a row was asked for in each of 4
            queue              ok       notifications: 2 waiting, 0 dead letter(s), Active
            queue, in and out  ok       3 sent, 3 received in 24 hours
            alerts             ok       all 7 are on, and tell operator@example.com
            heartbeat          ok       15 evaluations ended well in 15 minutes
            health             ok       200 healthy; in force: standard-support v1
            SendGrid's events  ok       their function answers, and refuses what is not signed
            sandbox mail       ok       200 from 127.0.0.1: a mail from sla@example.com is in order; nothing was delivered
            canary             ok       sla-doctor-canary-20260302T090000Z by standard-support v1: response running,
             due 2026-03-02T13:00:00+08:00; first told: lead@example.com at 2026-03-02T03:00:00Z (response, cycle 1, 50%); deleted again

            15 ok, 0 failed, 0 skipped

            """.Replace(",\n ", ", ", StringComparison.Ordinal),
            output.Replace(_monitor.Url.ToString(), "URL/", StringComparison.Ordinal));
    }

    [ShellFact]
    public void Azure_IsAskedAndNeverToldToChangeAnything_EachThingOnce()
    {
        Consultation.Run(_azure);

        Assert.All(_azure.Calls, call =>
            Assert.Matches("^azd env get-values$|^az [a-z -]*?(show|list|query) |^az rest --method get ", call));
        Assert.All(_azure.Calls.Where(call => !call.StartsWith("azd ", StringComparison.Ordinal)), call =>
            Assert.Matches("^az rest |--subscription s-1 --output json$", call));
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
    public void Stranger_IsAskedWithoutTheKey_AndTheHealthWithIt()
    {
        Consultation.Run(_azure);

        Assert.All(_monitor.Requests.Where(request => request.Line == StubMonitor.Reports), request => Assert.Null(request.Key));
        Assert.Equal(FakeAzure.Key, Assert.Single(_monitor.Requests, request => request.Line == StubMonitor.Health).Key);
    }
}
