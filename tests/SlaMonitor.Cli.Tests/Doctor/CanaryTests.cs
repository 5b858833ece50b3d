using SlaMonitor.Architecture.Tests.Deployment;
using SlaMonitor.Cli.Doctor.Azure;
using SlaMonitor.Cli.Doctor.Azure.Checks;

namespace SlaMonitor.Cli.Tests.Doctor;

/// <summary>The canary of <c>sla doctor --azure</c>: whatever becomes of it, it is not left behind in silence.</summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private StubMonitor _monitor = null!;
    private FakeAzure _azure = null!;

    private IEnumerable<string> Posted => _monitor.Requests.Where(request => request.Line == StubMonitor.Events)
        .Select(request => request.Body.Contains("ticket.deleted", StringComparison.Ordinal) ? "deleted" : "created");

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
    public void Refused_NothingIsThereToDelete()
    {
        _monitor.Answer(StubMonitor.Events, 401, "");

        Assert.StartsWith("failed   the event was refused: 401\n", Row(), StringComparison.Ordinal);
        Assert.Equal(["created"], Posted);
    }

    [ShellFact]
    public void NotStoredAsFarAsIsKnown_IsDeletedAllTheSame()
    {
        _monitor.Answer(StubMonitor.Events, body => IsDeletion(body) ? (200, "") : (503, "The store is away."));

        Assert.StartsWith("failed   the event was not stored: 503 The store is away.; deleted again\n", Row(), StringComparison.Ordinal);
        Assert.Equal(["created", "deleted"], Posted);
    }

    [ShellFact]
    public void AnswerThatIsLost_IsFollowedByTheDeletion()
    {
        _monitor.Answer(StubMonitor.Events, body => IsDeletion(body) ? (200, "") : null);

        Assert.StartsWith("failed   no answer: ", Row(), StringComparison.Ordinal);
        Assert.Equal("deleted", Posted.Last());
    }

    [ShellFact]
    public void NotFoundAgain_WithoutClocks_OrTellingNobody_FailsAndIsDeleted()
    {
        _monitor.Answer(StubMonitor.Ticket, 404, "");
        Assert.StartsWith($"failed   {StubMonitor.Canary} was stored and is not found: 404 ; deleted", Row(), StringComparison.Ordinal);

        _monitor.Answer(StubMonitor.Ticket, 200, """{"agreementReason":"No agreement is for this customer.","clocks":[],"upcoming":[]}""");
        Assert.Equal(
            $"failed   {StubMonitor.Canary} has no clocks: No agreement is for this customer.; deleted again\n"
            + "to do: name a customer of one of your agreements: --customer",
            Row());

        _monitor.Answer(
            StubMonitor.Ticket, 200, """{"agreement":"a v1","clocks":[{"target":"response","state":"running"}],"upcoming":[]}""");
        Assert.StartsWith(
            $"failed   {StubMonitor.Canary} by a v1: response running, due never; nobody would be told of it; deleted again\n",
            Row(),
            StringComparison.Ordinal);
        Assert.Equal(3, Posted.Count(what => what == "deleted"));
    }

    [ShellFact]
    public void NotDeleted_Fails_AndSaysWhichTicketIsLeft()
    {
        _monitor.Answer(StubMonitor.Events, body => IsDeletion(body) ? (503, "away") : (200, ""));
        var row = Row();
        Assert.StartsWith("failed   ", row, StringComparison.Ordinal);
        Assert.EndsWith(
            $"; NOT deleted: 503 away\nto do: post a ticket.deleted of {StubMonitor.Canary} to /api/events, or people are told of it",
            row,
            StringComparison.Ordinal);

        _monitor.Answer(StubMonitor.Events, body => IsDeletion(body) ? null : (200, ""));
        Assert.Contains("; NOT deleted: ", Row(), StringComparison.Ordinal);
    }

    [ShellFact]
    public void EveryAnswerIsLost_SaysWhichTicketMayBeLeft()
    {
        _monitor.Answer(StubMonitor.Events, _ => null);

        var row = Row();
        Assert.Contains("; NOT deleted: ", row, StringComparison.Ordinal);
        Assert.Contains($"\nto do: post a ticket.deleted of {StubMonitor.Canary} ", row, StringComparison.Ordinal);
    }

    [ShellFact]
    public async Task StoppedInBetween_IsDeletedAllTheSame()
    {
        using var stopped = new CancellationTokenSource();
        _monitor.Answer(StubMonitor.Ticket, _ =>
        {
            stopped.Cancel();
            return null;
        });
        var installation = new Installation(_monitor.Url, "rg-1", "func-1", "sb-1", "st1", "appi-1", Subscription: null);
        var app = new DeployedApp(new AzureCli(new Tool("az", "", _azure.Surroundings), subscription: null), installation);
        using var http = new HttpClient();
        var check = new CanaryCheck(new MonitorClient(http, installation, app), _azure.Surroundings.Time, customer: null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check.LookAsync(stopped.Token));

        Assert.Equal(["created", "deleted"], Posted);
    }

    [ShellFact]
    public void Redirected_TheKeyIsNotSentThere()
    {
        _monitor.Answer(StubMonitor.Events, 307, "/elsewhere");

        Assert.StartsWith("failed   the event was not stored: 307 ; NOT deleted: 307\n", Row(), StringComparison.Ordinal);
        Assert.DoesNotContain(_monitor.Requests, request => request.Line.EndsWith("/elsewhere", StringComparison.Ordinal));
    }

    [ShellFact]
    public void WithoutAKey_Fails()
    {
        _azure.Answer("keys list", new { functionKeys = new { other = "k" } });

        Assert.StartsWith("failed   the app has no function key 'default'\n", Row(), StringComparison.Ordinal);
        Assert.Empty(Posted);
    }

    private static bool IsDeletion(string body) => body.Contains("ticket.deleted", StringComparison.Ordinal);

    private string Row()
    {
        var (exit, output, _) = Consultation.Run(_azure);
        Assert.Equal(1, exit);
        return Consultation.RowOf(output, "canary");
    }
}
