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

    /// <summary>The whole way: what came due while Service Bus was away is ordered by a later tick, and its messages are mailed.</summary>
    [Fact]
    public async Task Tick_AfterAnOutageOfServiceBus_OrdersWhatWasDue_AndTheMessagesAreMailed_Once()
    {
        AzureBuild.SkipWithout(Azurite.Missing);
        await using var host = await StandInHost.StartAsync(running.NewSettings());
        await OpenAsync("DUE", "Late since March", host);

        running.Broker.Stop();
        var away = await host.TickAsync("EvaluateDeadlines");
        Assert.Equal(StatusResult.Types.Status.Failure, away.Result.Status);
        Assert.Contains("queue notifications cannot be", away.Result.Exception.Message, StringComparison.Ordinal);
        Assert.Empty((await TicketAsync("DUE", host))["notifications"]!.AsArray());

        running.Broker.Start();
        await SucceedAsync(host.TickAsync("EvaluateDeadlines"));
        await SucceedAsync(host.TickAsync("EvaluateDeadlines"));
        var orders = running.Broker.Queue.Messages.Where(message => message.Body.Contains("\"DUE\"", StringComparison.Ordinal)).ToList();
        foreach (var order in orders) await SucceedAsync(host.DeliverAsync("SendNotification", order.Body));

        Assert.NotEmpty(orders);
        Assert.Equal(orders.Count, running.SendGrid.Mails.Count(mail => mail.Contains("Late since March", StringComparison.Ordinal)));
        Assert.All((await TicketAsync("DUE", host))["notifications"]!.AsArray(), told => Assert.Equal("sent", (string?)told!["state"]));
    }

    [Fact]
    public async Task Message_OfAnOrder_IsMailedOnce_HoweverOftenItComes()
    {
        AzureBuild.SkipWithout(Azurite.Missing);
        await OpenAsync("ORDERED", "Nobody has answered");
        var order = Order("ORDERED");

        await SucceedAsync(running.Host.DeliverAsync("SendNotification", order));
        await SucceedAsync(running.Host.DeliverAsync("SendNotification", order));

        var mail = Assert.Single(running.SendGrid.Mails, mail => mail.Contains("Nobody has answered", StringComparison.Ordinal));
        Assert.Contains("https://sla.example.com/api/acknowledge/", mail, StringComparison.Ordinal);
        Assert.Equal("sent", (string?)(await TicketAsync("ORDERED"))["notifications"]![0]!["state"]);
    }

    [Fact]
    public async Task Message_ThatIsNoOrder_GoesToTheDeadLetters_WithTheReason()
    {
        AzureBuild.SkipWithout(Azurite.Missing);
        Skip.If(AzureBuild.IsGiven, "Microsoft's own extension settles by a service of the host, which these tests have not.");

        await SucceedAsync(running.Host.DeliverAsync("SendNotification", "hello"));

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

    private static async Task SucceedAsync(Task<InvocationResponse> invocation)
    {
        var result = (await invocation).Result;
        Assert.True(result.Status == Success, result.Exception?.Message);
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
