using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Retention;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Retention;

/// <summary>The log of a ticket that was settled long ago is reduced, and every figure stays.</summary>
public sealed partial class TicketReductionTests : IDisposable
{
    private static readonly Instant Later = Instant.FromUtc(2027, 4, 1, 7, 0);

    private readonly Workplace _place = Of(30);
    private readonly Workplace _whole = Of(0);

    public void Dispose()
    {
        _place.Dispose();
        _whole.Dispose();
    }

    [Fact]
    public async Task GoOnAsync_SettledLongAgo_KeepsWhatFiguresNeed_AndNoTextOrRequester()
    {
        await FillAsync();
        var before = await ReportAsync(_place);

        await ReduceAsync();

        var log = JsonSerializer.Serialize((await LogAsync("T-1")).Select(e => e.Change));
        Assert.DoesNotContain("carl", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Printer", log, StringComparison.Ordinal);
        Assert.DoesNotContain("secret note", log, StringComparison.Ordinal);
        Assert.Contains("anna@example.com", log, StringComparison.Ordinal);
        Assert.Equal(5, (await LogAsync("T-1")).Count); // the event of an unknown type, and the one that said a title alone, are gone
        Assert.Equal(Untitled(before), Untitled(await ReportAsync(_place)));
        Assert.Contains("Printer", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Printer", await ReportAsync(_place), StringComparison.Ordinal);
        Assert.NotNull((await _place.Store.LoadAsync("T-1", default))!.State.ReducedAt);
    }

    [Fact]
    public async Task GoOnAsync_OpenOrSettledLately_StaysWhole()
    {
        await FillAsync();
        await IngestAsync(_place, TicketEventType.Reopened, "2026-03-20T08:00:00Z");
        _place.Clock.Reset(Later);
        await _place.Get<DailyRetention>().GoOnAsync(default);
        Assert.Null((await _place.Store.LoadAsync("T-1", default))!.State.ReducedAt);

        using var lately = Of(30);
        await FillAsync(lately);
        lately.Clock.Reset(Instant.FromUtc(2026, 3, 12, 7, 0));
        await lately.Get<DailyRetention>().GoOnAsync(default);
        Assert.Null((await lately.Store.LoadAsync("T-1", default))!.State.ReducedAt);

        await FillAsync(_whole);
        _whole.Clock.Reset(Later);
        await _whole.Get<DailyRetention>().GoOnAsync(default);
        Assert.Equal(7, (await _whole.Store.LoadAsync("T-1", default))!.Events.Count);
    }

    [Theory]
    [InlineData(TicketEventType.Replied, "2026-03-02T08:30:00Z", "carl@example.com")] // the requester: no answer
    [InlineData(TicketEventType.Replied, "2026-03-02T08:30:00Z", "anna@example.com")] // an answer in time, heard of late
    [InlineData(TicketEventType.Reopened, "2026-03-20T08:00:00Z", null)]
    [InlineData(TicketEventType.Deleted, "2026-03-02T09:30:00Z", null)]
    public async Task IngestAsync_LateNewsOfAReducedTicket_RestatesAsOfAWholeOne(TicketEventType type, string time, string? author)
    {
        await FillAsync();
        await FillAsync(_whole);
        await ReduceAsync();
        _whole.Clock.Reset(Later);
        var change = new TicketChange
        {
            Author = author,
            OthersAreAgents = true,
            Title = "Printer again",
            Requesters = ["carl@example.com"],
        };

        foreach (var place in new[] { _place, _whole }) await IngestAsync(place, type, time, change);

        Assert.Equal(Untitled(await ReportAsync(_whole)), Untitled(await ReportAsync(_place)));
        Assert.DoesNotContain("carl", JsonSerializer.Serialize(await LogAsync("T-1")), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("again", JsonSerializer.Serialize(await LogAsync("T-1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IngestAsync_RepeatOfAnEventThatWasDropped_ChangesNoFigure()
    {
        await FillAsync();
        await ReduceAsync();
        var before = await ReportAsync(_place);

        await FillAsync();
        _place.Clock.Reset(Later);

        Assert.Equal(before, await ReportAsync(_place));
        Assert.DoesNotContain("carl", JsonSerializer.Serialize(await LogAsync("T-1")), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("fields: { tier: gold }")]
    [InlineData("tags: [vip]")]
    [InlineData("requester: carl@example.com")]
    public async Task GoOnAsync_AgreementAsksForIt_StaysAsLongAsFiguresNeedIt(string condition)
    {
        var agreement = SampleAgreements.Office.Replace(
            "  - { id: response, ",
            $"  - {{ id: first, metric: firstResponse, within: 1h, calendar: office, when: {{ {condition} }} }}\n  - {{ id: response, ",
            StringComparison.Ordinal);
        using var place = Of(30, agreement);
        await FillAsync(place);
        var before = await ReportAsync(place);
        place.Clock.Reset(Later);

        await place.Get<DailyRetention>().GoOnAsync(default);

        var cannot = condition.StartsWith("requester", StringComparison.Ordinal);
        Assert.Equal(cannot, (await place.Store.LoadAsync("T-1", default))!.State.ReducedAt is null);
        Assert.Equal(cannot ? 1 : 0, place.Get<DailyRetention>().Read().GetValueOrDefault("retention.notReduced"));
        Assert.Equal(Untitled(before), Untitled(await ReportAsync(place)));

        // It is one ticket, however many days it is looked at.
        place.Clock.Advance(Duration.FromDays(1));
        await place.Get<DailyRetention>().GoOnAsync(default);
        Assert.Equal(cannot ? 1 : 0, place.Get<DailyRetention>().Read().GetValueOrDefault("retention.notReduced"));
    }

    private static Workplace Of(int days, string agreement = SampleAgreements.Office) => new(
        agreement, services => services.Configure<RetentionOptions>(options => options.TicketsAfterDays = days));

    private Task FillAsync() => FillAsync(_place);

    private static async Task FillAsync(Workplace place)
    {
        var change = new TicketChange
        {
            Title = "Printer of Carl",
            Url = new Uri("https://desk.example.com/1"),
            Requesters = ["carl@example.com"],
            Customer = "ACME",
            Assignee = "anna@example.com",
            Tags = ["vip"],
            Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["tier"] = "gold", ["note"] = "secret note" },
        };
        await IngestAsync(place, TicketEventType.Created, "2026-03-02T08:00:00Z", change);
        await IngestAsync(place, TicketEventType.Unknown, "2026-03-02T08:10:00Z");
        await IngestAsync(place, TicketEventType.Updated, "2026-03-02T08:11:00Z", new TicketChange { Title = "Printer, again" });
        await IngestAsync(
            place, TicketEventType.Replied, "2026-03-02T08:20:00Z",
            new TicketChange { Author = "Carl@example.com", OthersAreAgents = true });
        await IngestAsync(place, TicketEventType.Updated, "2026-03-02T09:00:00Z", new TicketChange { Status = TicketStatus.Pending });
        await IngestAsync(place, TicketEventType.Resolved, "2026-03-05T09:00:00Z");
        await IngestAsync(place, TicketEventType.Rated, "2026-03-06T09:00:00Z", new TicketChange { Rating = 4 });
        place.Clock.Reset(Instant.FromUtc(2026, 4, 1, 7, 0));
        await place.Get<SlaMonitor.Monitoring.Evaluation.DeadlineEvaluator>().EvaluateAsync(default);
        await place.NotifyAllAsync();
        await place.Get<SlaMonitor.Monitoring.Evaluation.DeadlineEvaluator>().EvaluateAsync(default);
    }

    private async Task ReduceAsync()
    {
        _place.Clock.Reset(Later);
        await _place.Get<DailyRetention>().GoOnAsync(default);
    }

    private static Task<IngestionReceipt> IngestAsync(Workplace place, TicketEventType type, string time, TicketChange? change = null) =>
        place.Get<EventIngestor>().IngestAsync([Events.Of(type, "T-1", time, change: change)], default);

    private async Task<IReadOnlyList<TicketEvent>> LogAsync(string ticket) => (await _place.Store.LoadAsync(ticket, default))!.Events;

    private static async Task<string> ReportAsync(Workplace place)
    {
        var maker = place.Get<ReportMaker>();
        var report = await maker.MakeAsync((await maker.FindAsync("office", default))!, ReportSpan.Parse("2026-03")!, null, default);
        using var body = new MemoryStream();
        ReportJson.Write(body, report);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    private static string Untitled(string report) => AsOf().Replace(Title().Replace(report, "TITLE"), "AS OF");

    [GeneratedRegex("""(?<="title":)("[^"]*"|null)(?=[,}])""")]
    private static partial Regex Title();

    [GeneratedRegex("""(?<="asOf":)"[^"]*(?=",)""")]
    private static partial Regex AsOf();
}
