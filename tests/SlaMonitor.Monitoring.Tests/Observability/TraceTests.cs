using System.Diagnostics;
using System.Text;
using Moq;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Observability;

public sealed class TraceTests : IDisposable
{
    private const string Given = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static readonly TicketChange Annas = new() { Title = "Printer", Assignee = "anna@example.com" };

    private readonly Workplace _place = new();

    [Fact]
    public async Task Webhook_ToMail_IsOneTrace_AndTheEvaluationIsLinkedTo()
    {
        using var recording = new Recording();
        ActivityTraceId request, tick;
        using (var webhook = new Activity("POST /api/events").Start())
        {
            request = webhook.TraceId;
            await IngestAsync(Events.Created("T", change: Annas));
        }

        _place.Clock.Advance(Duration.FromHours(3));
        using (var timer = new Activity("timer").Start())
        {
            tick = timer.TraceId;
            await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        }

        using (new Activity("queue").Start()) await _place.NotifyAllAsync();

        var spans = recording.Of(request);
        Assert.Equal(
            [Telemetry.IngestSpan, Telemetry.FireSpan, Telemetry.NotifySpan, Telemetry.SendSpan],
            spans.Select(span => span.OperationName));
        Assert.Equal([spans[0].SpanId, spans[1].SpanId, spans[2].SpanId], spans.Skip(1).Select(span => span.ParentSpanId));
        Assert.Equal(
            [ActivityKind.Internal, ActivityKind.Producer, ActivityKind.Consumer, ActivityKind.Client], spans.Select(span => span.Kind));
        Assert.Equal(Telemetry.EvaluateSpan, Assert.Single(recording.Of(tick)).OperationName);
        Assert.Equal(tick, Assert.Single(spans[1].Links).Context.TraceId);
        Assert.Single(_place.Mailer.Mails);
        Assert.DoesNotContain(spans.SelectMany(span => span.TagObjects), tag =>
            $"{tag.Value}".Contains("Printer", StringComparison.Ordinal) || $"{tag.Value}".Contains('@'));
    }

    [Fact]
    public async Task SecondClock_HasTheTraceOfTheEventThatStartedIt()
    {
        using var place = new Workplace(
            FixedAgreements.Office.Replace("metric: firstResponse", "metric: nextResponse", StringComparison.Ordinal));
        using var recording = new Recording();
        var ingestor = place.Get<EventIngestor>();
        await ingestor.IngestAsync([Events.Created("T", change: Annas) with { TraceParent = Given }], default);
        place.Clock.Advance(Duration.FromHours(1));
        await ingestor.IngestAsync(
            [Events.Of(TicketEventType.Replied, "T", "2026-03-02T08:30:00Z", change: new() { By = Actor.Agent, Public = true }) with
            {
                TraceParent = Other('1'),
            }],
            default);
        await ingestor.IngestAsync(
            [Events.Of(TicketEventType.Replied, "T", "2026-03-02T09:00:00Z", change: new() { By = Actor.Customer }) with
            {
                TraceParent = Other('2'),
            }],
            default);
        await ingestor.IngestAsync(
            [Events.Of(TicketEventType.Updated, "T", "2026-03-02T09:30:00Z") with { TraceParent = Other('3') }], default);

        place.Clock.Advance(Duration.FromMinutes(130));
        await place.Get<DeadlineEvaluator>().EvaluateAsync(default);

        var order = MailOrderJson.Read(Assert.Single(await place.TakeAllAsync()).Body);
        Assert.Equal(ActivityContext.Parse(Other('2'), null).TraceId, ActivityContext.Parse(order.TraceParent!, null).TraceId);
    }

    [Fact]
    public async Task MessageOfAStep_NobodyListening_StillCarriesTheTrace()
    {
        await IngestAsync(Events.Created("T", change: Annas) with { TraceParent = Given });
        _place.Clock.Advance(Duration.FromHours(3));
        IReadOnlyList<OutgoingMessage> sent = [];
        var queue = new Mock<INotificationQueue>();
        queue.Setup(q => q.SendAsync(It.IsAny<IReadOnlyList<OutgoingMessage>>(), It.IsAny<CancellationToken>()))
            .Callback((IReadOnlyList<OutgoingMessage> messages, CancellationToken _) => sent = messages)
            .ReturnsAsync([]);
        await _place.Make<DeadlineEvaluator>(queue.Object).EvaluateAsync(default);

        var message = Assert.Single(sent);
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", message.TraceParent, StringComparison.Ordinal);
        Assert.Equal(message.TraceParent, MailOrderJson.Read(message.Body).TraceParent);
    }

    [Theory]
    [InlineData("traceparent", Given, Given)]
    [InlineData("traceparent", "nonsense", null)]
    [InlineData("traceparent", "00-00000000000000000000000000000000-b7ad6b7169203331-01", null)]
    [InlineData("other", Given, null)]
    public void CloudEvent_TraceParent_IsKept_IfItIsOne(string attribute, string value, string? expected)
    {
        var body = $$"""{"specversion":"1.0","type":"ticket.created","source":"/h","id":"1","subject":"T","{{attribute}}":"{{value}}"}""";
        var delivery = _place.Get<DeliveryReader>().Read("application/cloudevents+json", [], Encoding.UTF8.GetBytes(body));

        Assert.Empty(delivery.Problems);
        Assert.Equal(expected, Assert.Single(delivery.Events).TraceParent);
    }

    [Fact]
    public async Task Event_WithATraceOfItsOwn_KeepsIt_AndTheDeliveryIsLinkedToIt()
    {
        using var recording = new Recording();
        using var webhook = new Activity("POST /api/events").Start();
        await IngestAsync(Events.Created("T", change: Annas) with { TraceParent = Given });

        Assert.Equal(Given, Assert.Single((await _place.Store.LoadAsync("T", default))!.Events).TraceParent);
        Assert.Equal(
            ActivityContext.Parse(Given, null).TraceId,
            Assert.Single(Assert.Single(recording.Of(webhook.TraceId)).Links).Context.TraceId);
    }

    [Fact]
    public async Task Mail_Refused_IsAnErrorInItsTrace()
    {
        using var recording = new Recording();
        using var webhook = new Activity("POST /api/events").Start();
        await IngestAsync(Events.Created("T", change: Annas));
        _place.Clock.Advance(Duration.FromHours(3));
        await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        _place.Mailer.Script.Enqueue(new SendOutcome.Refused("550 no such user"));
        Assert.IsType<NotificationOutcome.Poison>(
            await _place.Get<Notifier>().NotifyAsync(Assert.Single(await _place.TakeAllAsync()).Body, default));

        var send = Assert.Single(recording.Of(webhook.TraceId), span => span.OperationName == Telemetry.SendSpan);
        Assert.Equal((ActivityStatusCode.Error, "Refused"), (send.Status, send.StatusDescription));
    }

    public void Dispose() => _place.Dispose();

    private static string Other(char digit) => $"00-{new string(digit, 32)}-b7ad6b7169203331-01";

    private Task<IngestionReceipt> IngestAsync(TicketEvent e) => _place.Get<EventIngestor>().IngestAsync([e], default);
}
