using Microsoft.Extensions.DependencyInjection;
using Moq;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Health.Probes;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Reporting;

public sealed class OutcomeFilingTests : IDisposable
{
    private static readonly Instant Opening = Instant.FromUtc(2026, 3, 2, 8, 0);
    private static readonly Instant NextMonth = Opening + Duration.FromDays(30);

    private readonly EditedAgreements _agreements = new();
    private readonly Workplace _place;

    public OutcomeFilingTests() =>
        _place = new Workplace(configure: services => services.AddSingleton<IAgreementSource>(_agreements));

    private OutcomeFiling Filing => _place.Get<OutcomeFiling>();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task GoOnAsync_TicketsOfAnEarlierVersion_AreFiledAllAndCounted()
    {
        const int Tickets = 1_100;
        for (var n = 0; n < Tickets; n++) await IngestAsync(n % 2 == 0 ? [Created($"T-{n}")] : [Created($"T-{n}"), Resolved($"T-{n}")]);
        var filed = await ReadAsync();
        Assert.Equal(2 * Tickets, filed.Count);
        for (var n = 0; n < Tickets; n++) await ForgetAsync($"T-{n}");
        Assert.Empty(await ReadAsync());

        var filing = AfterStart();
        await filing.GoOnAsync(default);

        Assert.True(filing.IsDone);
        Assert.Equal(filed, await ReadAsync());
        Assert.Equal(new Dictionary<string, long> { ["outcomes.filed"] = Tickets }, filing.Read());
    }

    [Fact]
    public async Task GoOnAsync_StoreGoesAwayInBetween_GoesOnAndShowsHowFarItIs()
    {
        for (var n = 0; n < 30; n++)
        {
            await IngestAsync(Created($"T-{n}"), Resolved($"T-{n}"));
            await ForgetAsync($"T-{n}");
        }

        var calls = 0;
        var shelves = new Mock<IPromiseShelves>();
        shelves
            .Setup(s => s.ReadUnfiledAsync(It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .Returns((string terms, string? after, int most, CancellationToken cancellation) => ++calls == 2
                ? throw new StoreUnavailableException("The store is away.", new TimeoutException())
                : _place.Get<IPromiseShelves>().ReadUnfiledAsync(terms, after, 10, cancellation));
        var filing = _place.Make<OutcomeFiling>(shelves.Object);

        await filing.GoOnAsync(default);
        Assert.Equal((10, 11), (filing.Read()["outcomes.filed"], filing.Read()["outcomes.filing"]));

        await filing.GoOnAsync(default);
        Assert.True(filing.IsDone);
        Assert.Equal(60, (await ReadAsync()).Count);
        Assert.Equal(new Dictionary<string, long> { ["outcomes.filed"] = 30 }, filing.Read());
    }

    [Fact]
    public async Task GoOnAsync_AllIsFiled_WritesNothingAndLooksOnce()
    {
        await IngestAsync(Created("T-1"));
        var tag = (await _place.Store.LoadAsync("T-1", default))!.Tag;

        await Filing.GoOnAsync(default);
        await Filing.GoOnAsync(default);

        Assert.True(Filing.IsDone);
        Assert.Equal(tag, (await _place.Store.LoadAsync("T-1", default))!.Tag);
        Assert.Empty(Filing.Read());
    }

    [Fact]
    public async Task GoOnAsync_ExclusionAgreedAfterwards_RestatesASettledTicketAndTellsNobody()
    {
        await IngestAsync(Created("T-1"), Resolved("T-1", after: Duration.FromHours(6)));
        foreach (var hours in new[] { 7, 30 })
        {
            _place.Clock.Reset(Opening + Duration.FromHours(hours));
            await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        }

        var before = (await _place.Store.LoadAsync("T-1", default))!.State;
        Assert.True(before.IsSettled);
        Assert.Equal(ClockState.Breached, (await FindAsync("response")).StateAt(NextMonth));
        _agreements.Rewrite(
            "fallbackContact: support",
            "fallbackContact: support\n"
            + "exclusions: [{ from: 2026-03-02T10:00, to: 2026-03-02T14:00, reason: power cut, approvedBy: both }]");

        await Filing.GoOnAsync(default);

        var restated = await FindAsync("response");
        Assert.Equal((ClockState.Met, ClockState.Breached), (restated.StateAt(NextMonth), restated.StateWithoutExclusionsAt(NextMonth)));
        var after = (await _place.Store.LoadAsync("T-1", default))!.State;
        Assert.Equal((before.NextLook, before.IsSettled), (after.NextLook, after.IsSettled));
    }

    [Fact]
    public async Task GoOnAsync_OneTicketCannotBeAssessed_AllOthersAreFiled()
    {
        await IngestAsync(Created("T-1"), Resolved("T-1"));
        await ForgetAsync("T-1");
        var shelves = new Mock<IPromiseShelves>();
        shelves
            .Setup(s => s.ReadUnfiledAsync(It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new TicketPage(["\0", "T-1"], null)); // no store takes the first
        var filing = _place.Make<OutcomeFiling>(shelves.Object);

        await filing.GoOnAsync(default);

        Assert.Equal(2, (await ReadAsync()).Count);
        Assert.Equal((1, 1), (filing.Read()["outcomes.filed"], filing.Read()["outcomes.notFiled"]));
    }

    [Fact]
    public async Task ReadOpenAsync_UncertainTicketCannotBeFiled_IsCountedAndSeenInTheHealth()
    {
        await IngestAsync(Created("T-1"));
        var shelves = new Mock<IPromiseShelves>();
        shelves.Setup(s => s.ReadUncertainAsync(It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(["\0"]); // no store takes it
        shelves.Setup(s => s.ReadOpenAsync(It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .Returns((string? after, int most, CancellationToken cancellation) =>
                _place.Get<IPromiseShelves>().ReadOpenAsync(after, most, cancellation));

        var (promises, _) = await _place.Make<PromiseReader>(shelves.Object).ReadOpenAsync(null, 10, default);

        Assert.Equal(2, promises.Count);
        Assert.Equal(1, Filing.Read()["outcomes.notFiled"]);
        var health = await _place.Make<ReportProbe>().LookAsync(default);
        Assert.Contains("could not be filed", Assert.Single(health.Reasons), StringComparison.Ordinal);
    }

    private OutcomeFiling AfterStart() => _place.Make<OutcomeFiling>();

    private static TicketEvent Created(string ticket) => Events.Created(ticket);

    private static TicketEvent Resolved(string ticket, Duration? after = null) => Events.Created(ticket) with
    {
        Id = "resolved",
        Type = TicketEventType.Resolved,
        TypeName = "ticket.resolved",
        Time = Opening + (after ?? Duration.FromMinutes(5)),
        Change = new TicketChange { Status = TicketStatus.Resolved },
    };

    private Task<IngestionReceipt> IngestAsync(params TicketEvent[] events) => _place.Get<EventIngestor>().IngestAsync(events, default);

    /// <summary>Makes of a ticket what an earlier version has stored.</summary>
    private async Task ForgetAsync(string id)
    {
        var ticket = (await _place.Store.LoadAsync(id, default))!;
        var commit = new TicketCommit(id, [], ticket.State with { FiledAs = 0 }, ticket.Tag) { Outcomes = [] };
        Assert.True(await _place.Store.CommitAsync(commit, default));
    }

    private async Task<ClockOutcome> FindAsync(string target) =>
        (await ReadAsync()).Select(OutcomeRows.ReadClock).Single(clock => clock.TargetId == target);

    private async Task<IReadOnlyList<ShelfRow>> ReadAsync()
    {
        var shelves = _place.Get<IPromiseShelves>();
        var rows = new List<ShelfRow>();
        for (string? after = null; ;)
        {
            var page = await shelves.ReadOpenAsync(after, 500, default);
            rows.AddRange(page.Rows);
            if ((after = page.Next) is null) break;
        }

        await foreach (var row in shelves.ReadAsync(Shelf.Decided, "office", Opening, NextMonth, default)) rows.Add(row);
        return [.. rows.OrderBy(row => $"{row}", StringComparer.Ordinal)];
    }
}
