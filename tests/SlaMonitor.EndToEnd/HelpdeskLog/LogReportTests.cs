using System.Text;
using NodaTime.Testing;
using SlaMonitor.Agreements;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.EndToEnd.HelpdeskLog;

/// <summary>
/// A report on each month of a real helpdesk's log, 2010 to 2014, held against two stop watches for each ticket, and credits worked out
/// with pencil and paper.
/// </summary>
public sealed class LogReportTests
{
    private const decimal Basic = 12_345.67m;

    private const string Terms = """

        fees: { currency: EUR, per: month, basic: 12345.67 }
        credits:
          cap: 12% of basic
          rules:
            - { when: attainment < 98%,              credit: 5% of basic }
            - { when: attainment < 95%,              credit: 10% of basic }
            - { when: attainment of response <= 97%, credit: 2% of basic }
            - { when: resolutionRate < 100%,         credit: 1.5% of basic }
        """;

    private static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];
    private static readonly Instant Now = LoggedEvent.All[^1].Time + Duration.FromDays(30);
    private static readonly IReadOnlyDictionary<string, ReferenceTicket> Reference = ReferenceTicket.PlayAll(LoggedEvent.All, Now);

    private static readonly List<(Instant At, bool Resolved)> Settled =
        [.. LoggedEvent.All.GroupBy(e => e.Ticket, StringComparer.Ordinal).Select(SettledBy).OfType<(Instant, bool)>()];

    [Fact]
    public void EveryMonth_HasTheFiguresOfTheReference_AndItsCreditToTheCent()
    {
        var book = Book();
        var outcomes = Outcomes(book);
        var (decided, credits) = (0, 0m);
        for (var month = ReportSpan.Parse("2010-01")!; month.First.Year < 2015; month = ReportSpan.Parse(After(month))!)
        {
            var builder = new ReportBuilder(new ReportScope(book.Agreements[0], month, Now));
            foreach (var ticket in outcomes) builder.Add(ticket);

            var report = builder.Build();
            var (response, resolution) = (Count(month, ticket => ticket.Response), Count(month, ticket => ticket.Resolution));
            Assert.Equal(
                [response, resolution], report.Targets.Select(target => (target.Promises.Met, target.Promises.Breached)));
            var (resolved, givenUp) = (CountSettled(month, resolved: true), CountSettled(month, resolved: false));
            Assert.Equal((month, resolved, givenUp), (month, report.Tickets.Resolved, report.Tickets.GivenUp));

            var credit = Credit(response, resolution, resolved, givenUp);
            Assert.Equal((month, credit), (month, Assert.Single(report.Credits).Total));
            decided += report.Promises.Decided;
            credits += credit;
        }

        // Every promise that was ever decided is in exactly one month, and some of them cost something.
        Assert.Equal(
            Reference.Values.Count(ticket => IsDecided(ticket.Response)) + Reference.Values.Count(ticket => IsDecided(ticket.Resolution)),
            decided);
        Assert.True(decided > 4000 && credits > 0);
    }

    private static string After(ReportSpan month) => month.Last.PlusDays(1).ToString("uuuu-MM", null);

    private static AgreementBook Book()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "data", "agreements", "helpdesk-log.yaml");
        var load = AgreementLoader.Load([new AgreementText("log.yaml", Encoding.UTF8.GetBytes(File.ReadAllText(file) + Terms))]);
        return load.Book ?? throw new InvalidOperationException(string.Join('\n', load.Problems));
    }

    private static List<TicketOutcomes> Outcomes(AgreementBook book)
    {
        var reader = new DeliveryReader(new FakeClock(Now));
        return
        [
            .. LoggedEvent.All
                .Select(e => reader.Read("application/cloudevents+json", [], Encoding.UTF8.GetBytes(e.Json)).Events.Single())
                .GroupBy(e => e.TicketId, StringComparer.Ordinal)
                .Select(log => TicketOutcomes.Of(TicketAssessment.Of([.. log], [], book, Now)!)),
        ];
    }

    private static (int Met, int Breached) Count(ReportSpan month, Func<ReferenceTicket, ReferenceClock> of) => (
        Reference.Values.Select(of).Count(clock => !clock.IsBrokenBy(Now) && clock.EndedAt is { } end && IsIn(month, end)),
        Reference.Values.Select(of).Count(clock => clock.IsBrokenBy(Now) && IsIn(month, clock.Exhausted!.Value)));

    private static bool IsDecided(ReferenceClock clock) => clock.IsBrokenBy(Now) || clock.EndedAt is not null;

    private static int CountSettled(ReportSpan month, bool resolved) =>
        Settled.Count(settled => settled.Resolved == resolved && IsIn(month, settled.At));

    private static bool IsIn(ReportSpan month, Instant at) =>
        at.InZone(Rome) is var wall && wall.Year == month.First.Year && wall.Month == month.First.Month;

    private static decimal Credit((int Met, int Breached) response, (int Met, int Breached) resolution, int resolved, int givenUp)
    {
        var (met, all) = (response.Met + resolution.Met, response.Met + response.Breached + resolution.Met + resolution.Breached);
        var percent = 0m;
        if (all > 0) percent += met * 100m / all < 95 ? 10 : met * 100m / all < 98 ? 5 : 0;
        if (response.Met + response.Breached > 0 && response.Met * 100m / (response.Met + response.Breached) <= 97) percent += 2;
        if (givenUp > 0) percent += 1.5m;
        return Math.Round(Basic * Math.Min(percent, 12) / 100, 2, MidpointRounding.ToEven);
    }

    /// <summary>When a ticket was settled for good, and whether anybody said that it was resolved; <c>null</c> where it is open.</summary>
    private static (Instant At, bool Resolved)? SettledBy(IEnumerable<LoggedEvent> events)
    {
        (Instant At, bool Resolved)? settled = null;
        foreach (var e in events)
        {
            if (e.Status is "resolved" or "closed") settled = (settled?.At ?? e.Time, settled?.Resolved == true || e.Status == "resolved");
            else if (e.Status is not null) settled = null;
        }

        return settled;
    }
}
