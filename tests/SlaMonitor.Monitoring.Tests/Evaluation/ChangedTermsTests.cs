using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Evaluation;

public sealed class ChangedTermsTests : IDisposable
{
    private static readonly Instant Opening = Instant.FromUtc(2026, 3, 2, 8, 0);

    private readonly EditedAgreements _agreements = new();
    private readonly FakeLogger<ChangedTerms> _logger = new();
    private readonly Workplace _place;

    public ChangedTermsTests() =>
        _place = new Workplace(configure: services => services.AddSingleton<IAgreementSource>(_agreements));

    [Fact]
    public async Task Evaluate_TargetShortenedInPlace_TellsAtOnceWhatHasComeByThen()
    {
        await IngestAsync(Events.Created("T"));
        await EvaluateAt(Opening + Duration.FromMinutes(1));
        _agreements.Rewrite("within: 4h", "within: 10m");

        Assert.Equal(new EvaluationReport(1, 2), await EvaluateAt(Opening + Duration.FromMinutes(11)));

        Assert.Equal(["response/1/600s/50%", "response/1/600s/due"], (await LoadAsync("T")).FiredSteps.Select(step => step.ToString()));
    }

    [Fact]
    public async Task Evaluate_TargetShortenedWhileTheMonitorWasDown_MovesTheTicketsAfterTheStart()
    {
        await IngestAsync(Events.Created("T"));
        await EvaluateAt(Opening + Duration.FromMinutes(1));
        _agreements.Rewrite("within: 4h", "within: 10m");
        _place.Clock.Reset(Opening + Duration.FromMinutes(2));

        await AfterStart().EvaluateAsync(default);

        Assert.Equal(Opening + Duration.FromMinutes(5), (await LoadAsync("T")).NextLook);
        Assert.StartsWith("The agreements have changed from ", _logger.LatestRecord.Message, StringComparison.Ordinal);
        Assert.EndsWith(": 1 open ticket(s) were looked at anew, 1 of them moved", _logger.LatestRecord.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_StepsAddedForATicketOfWhichNothingWasToCome_AreFired()
    {
        _agreements.Rewrite("at: due, notify: [assignee, lead]", "at: 51%, notify: [lead]");
        await IngestAsync(Events.Created("T"));
        var over = Opening + Duration.FromDays(30);
        await EvaluateAt(over);
        Assert.Null((await LoadAsync("T")).NextLook);
        _agreements.Rewrite("at: 50%", "at: 30%");

        await EvaluateAt(over + Duration.FromMinutes(1));

        Assert.Contains("response/1/14400s/30%", (await LoadAsync("T")).FiredSteps.Select(step => step.ToString()));
    }

    [Fact]
    public async Task Evaluate_StoredByAnEarlierVersion_IsLookedAtAnew()
    {
        await IngestAsync(Events.Created("T"));
        var stored = (await _place.Store.LoadAsync("T", default))!;
        var look = Opening + Duration.FromHours(9);
        await _place.Store.CommitAsync(
            new("T", [], stored.State with { Terms = null, NextLook = look }, stored.Tag), default);

        await EvaluateAt(Opening + Duration.FromMinutes(1));

        var state = await LoadAsync("T");
        Assert.Equal(Opening + Duration.FromHours(2), state.NextLook);
        Assert.NotNull(state.Terms);
    }

    [Fact]
    public async Task GoOn_MoreTicketsThanAStretch_GoesOnAtTheNextEvaluationAndCountsThem()
    {
        for (var i = 0; i < 7; i++) await IngestAsync(Events.Created($"T-{i}"));
        _agreements.Rewrite("within: 4h", "within: 1h");
        var changed = Fresh(pageSize: 3);

        Assert.Equal(3, await MovedByAsync());
        Assert.Equal(3, changed.Read()["agreements.ticketsWalked"]);
        Assert.Equal(6, await MovedByAsync());
        Assert.Equal(7, await MovedByAsync());
        await MovedByAsync();
        Assert.False(changed.Read().ContainsKey("agreements.ticketsWalked"));

        async Task<long> MovedByAsync()
        {
            await changed.GoOnAsync(await _agreements.GetTermsAsync(default), default);
            return changed.Read()["agreements.ticketsMoved"];
        }
    }

    [Fact]
    public async Task GoOn_SettledTicket_IsNotWritten_AndOneThatWasReopenedIs()
    {
        await IngestAsync(Events.Created("T"), Events.Of(TicketEventType.Resolved, "T", "2026-03-02T08:01:00Z"));
        var settled = (await _place.Store.LoadAsync("T", default))!;
        Assert.True(settled.State.IsSettled);
        _agreements.Rewrite("within: 4h", "within: 1h");
        _place.Clock.Reset(Opening + Duration.FromMinutes(5));

        await EvaluateAt(Opening + Duration.FromMinutes(5));

        Assert.Equal(settled.Tag, (await _place.Store.LoadAsync("T", default))!.Tag);
        await IngestAsync(Events.Of(TicketEventType.Reopened, "T", "2026-03-02T08:04:00Z"));
        Assert.False((await LoadAsync("T")).IsSettled);
    }

    [Fact]
    public async Task GoOn_TicketThatCannotBeRead_HoldsUpNoOtherAndIsCounted()
    {
        await IngestAsync(Events.Created("A-bad"), Events.Created("B-good"));
        _agreements.Rewrite("within: 4h", "within: 1h");
        var store = StoreMock.NotReading(_place.Store, "A-bad");
        var changed = _place.Make<ChangedTerms>(store, _logger);

        await changed.GoOnAsync(await _agreements.GetTermsAsync(default), default);

        Assert.Equal(Opening + Duration.FromMinutes(30), (await LoadAsync("B-good")).NextLook);
        Assert.Equal(1, changed.Read()["agreements.ticketsMoved"]);
        Assert.True(changed.Read()["agreements.ticketsNotMoved"] > 0);
    }

    public void Dispose() => _place.Dispose();

    private ChangedTerms Fresh(int pageSize = 500) => new(
        _place.Store, _place.Get<AssessedTickets>(), _place.Get<WithoutAgreement>(), _place.Time, _logger)
    {
        PageSize = pageSize,
    };

    private DeadlineEvaluator AfterStart() => _place.Make<DeadlineEvaluator>(Fresh());

    private Task<IngestionReceipt> IngestAsync(params TicketEvent[] events) => _place.Get<EventIngestor>().IngestAsync(events, default);

    private Task<EvaluationReport> EvaluateAt(Instant now)
    {
        _place.Clock.Reset(now);
        return _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
    }

    private async Task<MonitoringState> LoadAsync(string ticket) => (await _place.Store.LoadAsync(ticket, default))!.State;
}
