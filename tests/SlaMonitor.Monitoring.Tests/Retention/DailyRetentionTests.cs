using System.ComponentModel.DataAnnotations;
using Moq;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Queues;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Retention;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Retention;

/// <summary>What is older than it has to be goes, and nobody is told twice because of it.</summary>
public sealed class DailyRetentionTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task GoOnAsync_LedgerForgetsASettledTicket_AndNobodyIsToldTwice()
    {
        var orders = await TellAsync();
        var told = _place.Mailer.Mails.Count;
        Assert.True(told >= 3);
        await IngestAsync(TicketEventType.Resolved, "2026-03-06T09:00:00Z");
        await TickAsync(Instant.FromUtc(2026, 3, 7, 9, 0));

        await RetainAsync(Instant.FromUtc(2027, 3, 1, 9, 0));
        Assert.NotEmpty(await _place.Ledger.ListAsync("T-1", default));
        await RetainAsync(Instant.FromUtc(2027, 6, 1, 9, 0));
        Assert.Empty(await _place.Ledger.ListAsync("T-1", default));

        // Late news of all kinds: reopened and settled again, in the present and in the past, looked at each time.
        await IngestAsync(TicketEventType.Reopened, "2026-03-08T09:00:00Z");
        await TickAsync(Instant.FromUtc(2027, 6, 2, 9, 0));
        await IngestAsync(TicketEventType.Replied, "2026-03-02T08:30:00Z", new TicketChange { By = Actor.Agent });
        await TickAsync(Instant.FromUtc(2027, 6, 3, 9, 0));
        Assert.NotEmpty(orders);
        Assert.Equal(told, _place.Mailer.Mails.Count);
    }

    [Fact]
    public async Task GoOnAsync_TicketIsOpen_TheLedgerKeepsWhoWasTold()
    {
        await TellAsync();

        await RetainAsync(Instant.FromUtc(2036, 6, 1, 9, 0));

        Assert.NotEmpty(await _place.Ledger.ListAsync("T-1", default));
    }

    [Fact]
    public async Task GoOnAsync_ManifestsAndNotesOfAddresses_GoAfterTheirDays_AndReportsStay()
    {
        var manifests = _place.Get<IMailManifests>();
        await TellAsync();
        await manifests.KeepAsync(new MailManifest("report office 2026-02", "{}", _place.Clock.GetCurrentInstant()), default);
        Assert.True((await manifests.ReadAllAsync(null, null, 100, default)).Kept.Count >= 3);
        Assert.Contains(await NotesAsync(), name => name.StartsWith("sent to ", StringComparison.Ordinal));

        _place.Time.Advance(TimeSpan.FromDays(100));
        await RetainAsync(_place.Clock.GetCurrentInstant() + Duration.FromDays(89));
        Assert.True((await manifests.ReadAllAsync(null, null, 100, default)).Kept.Count >= 3);
        await RetainAsync(_place.Clock.GetCurrentInstant() + Duration.FromDays(2));

        Assert.Equal("report office 2026-02", Assert.Single((await manifests.ReadAllAsync(null, null, 100, default)).Kept).MailId);
        Assert.DoesNotContain(await NotesAsync(), name => name.StartsWith("sent to ", StringComparison.Ordinal));
        await RetainAsync(_place.Clock.GetCurrentInstant() + Duration.FromDays(3_700));
        Assert.Empty((await manifests.ReadAllAsync(null, null, 100, default)).Kept);
    }

    [Fact]
    public async Task GoOnAsync_MailsAreKeptForGood_ReportsGoAfterTheirDaysAllTheSame()
    {
        var manifests = _place.Get<IMailManifests>();
        await manifests.KeepAsync(new MailManifest("mail", "{}", _place.Clock.GetCurrentInstant()), default);
        await manifests.KeepAsync(new MailManifest("report office 2026-02", "{}", _place.Clock.GetCurrentInstant()), default);
        _place.Clock.Advance(Duration.FromDays(500));

        await RetentionBy(new() { MailsAfterDays = 0, ReportsAfterDays = 400 }).GoOnAsync(default);

        Assert.Equal("mail", Assert.Single((await manifests.ReadAllAsync(null, null, 100, default)).Kept).MailId);
    }

    [Fact]
    public async Task GoOnAsync_DeadLetters_GoAfterTheirDays()
    {
        var queues = _place.Get<LocalQueues>();
        await IngestAsync(TicketEventType.Created, "2026-03-02T08:00:00Z", Events.Printer);
        await TickAsync(
            Instant.FromUtc(2026, 3, 2, 10, 30), _ => Task.FromResult<NotificationOutcome>(new NotificationOutcome.Poison("No", "no")));
        var letters = _place.Get<IDeadLetters>();
        Assert.NotEmpty(await letters.ListAsync(0, 10, default));

        _place.Time.Advance(TimeSpan.FromDays(89));
        await RetainAsync(_place.Clock.GetCurrentInstant() + Duration.FromDays(1));
        Assert.NotEmpty(await letters.ListAsync(0, 10, default));
        _place.Time.Advance(TimeSpan.FromDays(2));
        await RetainAsync(_place.Clock.GetCurrentInstant() + Duration.FromDays(1));

        Assert.Empty(await letters.ListAsync(0, 10, default));
        Assert.True(_place.Get<DailyRetention>().Read()["retention.lettersDropped"] > 0);
        Assert.Equal(0, queues.Count("notifications").Active);
    }

    [Fact]
    public async Task GoOnAsync_OneTicketCannotBeAssessed_AllOthersAreReduced()
    {
        await IngestAsync(TicketEventType.Created, "2026-03-02T08:00:00Z", Events.Printer);
        await IngestAsync(TicketEventType.Resolved, "2026-03-02T08:30:00Z");
        await TickAsync(Instant.FromUtc(2026, 3, 9, 9, 0));
        _place.Clock.Advance(Duration.FromDays(100));
        var store = new Mock<ITicketStore>();
        store.Setup(s => s.ReadAllAsync(It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string? after, int _, CancellationToken _) =>
                after is null ? new TicketPage(["\0"], "1") : new TicketPage(["T-1"], null)); // no store takes the first
        var retention = RetentionBy(new() { TicketsAfterDays = 30 }, store.Object);

        await retention.GoOnAsync(default);

        Assert.NotNull((await _place.Store.LoadAsync("T-1", default))!.State.ReducedAt);
        Assert.Equal(new Dictionary<string, long> { ["retention.failed"] = 1 }, retention.Read());
    }

    [Fact]
    public async Task GoOnAsync_DoneToday_AsksTheStoreNothingMore()
    {
        var faults = new Faults();
        var retention = _place.Make<OnceADay>(new FaultyNotes(_place.Get<IMonitorNotes>(), faults)).Retention;
        await retention.GoOnAsync(default);
        var calls = faults.Calls;

        await retention.GoOnAsync(default);
        Assert.Equal(calls, faults.Calls);
        var another = _place.Make<OnceADay>(new FaultyNotes(_place.Get<IMonitorNotes>(), faults)).Retention;
        await another.GoOnAsync(default);
        Assert.Equal(calls + 1, faults.Calls);
    }

    [Theory]
    [InlineData(400, 90, true)]
    [InlineData(400, 370, true)]
    [InlineData(400, 371, false)]
    [InlineData(399, 90, false)]
    [InlineData(0, 90, true)]
    [InlineData(0, 0, true)]
    [InlineData(400, 0, false)] // a letter that is kept for good could be sent again after the ledger has forgotten
    public void Options_LedgerThatForgetsBeforeLettersAreGone_IsRefused(int notifications, int letters, bool isRight)
    {
        var options = new RetentionOptions { NotificationsAfterDays = notifications, DeadLettersAfterDays = letters };

        Assert.Equal(isRight, Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
    }

    /// <summary>A ticket breaks its promises, and everybody is told.</summary>
    private async Task<IReadOnlyList<string>> TellAsync()
    {
        var orders = new List<string>();
        await IngestAsync(TicketEventType.Created, "2026-03-02T08:00:00Z", Events.Printer);
        foreach (var hours in new[] { 3, 6, 30, 60 })
        {
            await TickAsync(Instant.FromUtc(2026, 3, 2, 8, 0) + Duration.FromHours(hours), message =>
            {
                orders.Add(message.Body);
                return _place.Get<Notifier>().NotifyAsync(message.Body, default);
            });
        }

        return orders;
    }

    private async Task TickAsync(Instant at, Func<ReceivedMessage, Task<NotificationOutcome>>? handle = null)
    {
        _place.Clock.Reset(at);
        await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        await _place.HandleAllAsync(handle ?? (message => _place.Get<Notifier>().NotifyAsync(message.Body, default)));
        await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
    }

    private Task RetainAsync(Instant at)
    {
        _place.Clock.Reset(at);
        return _place.Get<DailyRetention>().GoOnAsync(default);
    }

    private DailyRetention RetentionBy(RetentionOptions options, params object[] ports) =>
        _place.Make<OnceADay>([Microsoft.Extensions.Options.Options.Create(options), .. ports]).Retention;

    private Task<IngestionReceipt> IngestAsync(TicketEventType type, string time, TicketChange? change = null) =>
        _place.Get<EventIngestor>().IngestAsync([Events.Of(type, "T-1", time, change: change)], default);

    private async Task<IReadOnlyList<string>> NotesAsync() =>
        [.. (await _place.Get<IMonitorNotes>().ReadAsync(prefix: "", null, 1_000, default)).Kept.Select(note => note.Name)];

    /// <summary>The retention as another process would make it.</summary>
    private sealed class OnceADay(
        ITicketStore store, TicketReduction tickets, OldNotifications notifications, OldMails mails, OldNotes old, OldLetters letters,
        IMonitorNotes notes, Microsoft.Extensions.Options.IOptions<RetentionOptions> options, IClock clock, TimeProvider time,
        Microsoft.Extensions.Logging.ILogger<DailyRetention> logger)
    {
        public DailyRetention Retention { get; } =
            new(store, tickets, notifications, mails, old, letters, notes, options, clock, time, logger);
    }
}
