using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SlaMonitor.StoreContracts.Emulator;
using SlaMonitor.Worker.Tests.Build;
using SlaMonitor.Worker.Tests.Host;
using SlaMonitor.Worker.Tests.Host.Wire;

namespace SlaMonitor.Worker.Tests.Running;

/// <summary>
/// A request, a tick and a message, as the host hands them to the worker. In a build with declared types, what stands in for Microsoft's
/// extension is the converter of the message and <c>ServiceBusMessageActions</c>, which logs what it would have the host settle.
/// </summary>
public sealed class InvocationTests(RunningWorker running) : IClassFixture<RunningWorker>
{
    private const StatusResult.Types.Status Success = StatusResult.Types.Status.Success;

    [Fact]
    public async Task Request_OfAnEvent_IsStoredInTables_AndRead()
    {
        AzureBuild.SkipWithout(Azurite.Missing);

        await OpenAsync("REQUESTED", "Printer is on fire");

        Assert.Equal("Printer is on fire", (string?)(await TicketAsync("REQUESTED"))["title"]);
    }

    [Fact]
    public async Task Tick_WithATicketDue_AndNoServiceBus_FailsAndTellsWhy_AndRecordsNothing()
    {
        AzureBuild.SkipWithout(Azurite.Missing);
        await using var host = await StandInHost.StartAsync(WorkerSettings.Of(running.Azurite, running.SendGrid.Address));
        var idle = await host.TickAsync("EvaluateDeadlines");
        await OpenAsync("DUE", "Late since March", host);

        var failed = await host.TickAsync("EvaluateDeadlines");

        Assert.True(idle.Result.Status == Success, idle.Result.Exception?.Message);
        Assert.Equal(StatusResult.Types.Status.Failure, failed.Result.Status);
        Assert.Contains("The notification queue", failed.Result.Exception.Message, StringComparison.Ordinal);
        Assert.Empty((await TicketAsync("DUE", host))["notifications"]!.AsArray());
    }

    [Fact]
    public async Task Message_OfAnOrder_IsMailedOnce_HoweverOftenItComes()
    {
        AzureBuild.SkipWithout(Azurite.Missing);
        await OpenAsync("ORDERED", "Nobody has answered");
        var order = Order("ORDERED");

        var first = await running.Host.DeliverAsync("SendNotification", order);
        var second = await running.Host.DeliverAsync("SendNotification", order);

        Assert.True(first.Result.Status == Success, first.Result.Exception?.Message);
        Assert.True(second.Result.Status == Success, second.Result.Exception?.Message);
        var mail = Assert.Single(running.SendGrid.Mails, mail => mail.Contains("Nobody has answered", StringComparison.Ordinal));
        Assert.Contains("https://sla.example.com/api/acknowledge/", mail, StringComparison.Ordinal);
        Assert.Equal("sent", (string?)(await TicketAsync("ORDERED"))["notifications"]![0]!["state"]);
    }

    [Fact]
    public async Task Message_ThatIsNoOrder_GoesToTheDeadLetters_WithTheReason()
    {
        AzureBuild.SkipWithout(Azurite.Missing);
        Skip.If(AzureBuild.IsGiven, "Microsoft's own extension settles by a service of the host, which these tests have not.");

        var answer = await running.Host.DeliverAsync("SendNotification", "hello");

        Assert.True(answer.Result.Status == Success, answer.Result.Exception?.Message);
        var log = Assert.Single(running.Host.Logs, log => log.Message.Contains("NotAnOrder", StringComparison.Ordinal));
        var said = $"Not settled: the message locked by {StandInHost.LockToken} belongs to the dead letters as NotAnOrder: The";
        Assert.StartsWith(said, log.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_WhileTheMailIsOnItsWay_CanBeCancelled_AndIsNotRecordedAsSent()
    {
        AzureBuild.SkipWithout(Azurite.Missing);
        await OpenAsync("CANCELLED", "Held up");
        var arrived = running.SendGrid.HoldTheNext();

        var invocation = running.Host.DeliverAsync("SendNotification", Order("CANCELLED"), "to-be-cancelled");
        Assert.True(await Task.WhenAny(arrived, invocation) == arrived, "It ended before any mail was handed over.");
        await running.Host.CancelAsync("to-be-cancelled");
        var answer = await invocation;

        Assert.NotEqual(Success, answer.Result.Status);
        Assert.Contains("cancel", answer.Result.Exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual("sent", (string?)(await TicketAsync("CANCELLED"))["notifications"]![0]!["state"]);
    }

    /// <summary>What the evaluator puts on the queue, as a message of it was read.</summary>
    private static string Order(string ticket) => $$"""
        {
          "mailId": "mail-of-{{ticket}}", "recipient": "li.wei@example.com", "language": "en", "timeZone": "Asia/Shanghai",
          "orderedAt": "2026-03-02T09:15:00Z",
          "items": [{
            "ticketId": "{{ticket}}", "clock": "emergency-response/1/900s", "kind": "breach", "moment": "due", "at": "2026-03-02T09:15:00Z",
            "because": "on-call"
          }]
        }
        """;

    /// <summary>An emergency that nobody has answered since March.</summary>
    private async Task OpenAsync(string id, string title, StandInHost? host = null)
    {
        var content = new StringContent(
            $$"""
            {
              "specversion": "1.0", "type": "ticket.created", "source": "/t", "id": "1", "subject": "{{id}}",
              "time": "2026-03-02T09:00:00Z", "data": { "title": "{{title}}", "emergency": true }
            }
            """,
            Encoding.UTF8);
        content.Headers.ContentType = new("application/cloudevents+json");
        using var answer = await (host ?? running.Host).Http.PostAsync($"/api/events?code={StandInHost.FunctionKey}", content);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonNode> TicketAsync(string id, StandInHost? host = null) =>
        JsonNode.Parse(await (host ?? running.Host).Http.GetStringAsync($"/api/tickets/{id}?code={StandInHost.FunctionKey}"))!;
}
