using NodaTime;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Cli.Replaying;

/// <summary>
/// Lives through a history of events by the code of the monitor, part by part, several at once. What each part comes to is a file of its
/// own until all are put together.
/// </summary>
/// <param name="book">The agreements.</param>
/// <param name="reader">Reads the events.</param>
/// <param name="events">The parts of the events.</param>
/// <param name="asOf">As of when the clocks are.</param>
internal sealed class Replay(AgreementBook book, EventLineReader reader, SplitEvents events, Instant asOf)
{
    private readonly Lock _sum = new();

    /// <summary>As of when the clocks are.</summary>
    public Instant AsOf => asOf;

    /// <summary>What it comes to.</summary>
    public ReplayTotals Totals { get; } = new();

    /// <summary>Lines that are no events; the first of each part.</summary>
    public List<EventLine> Wrong { get; } = [];

    /// <summary>How many lines are no events.</summary>
    public long WrongCount { get; private set; }

    /// <summary>The report on each agreement, over the whole history; only those with a clock or a ticket.</summary>
    public IReadOnlyList<Report> Reports { get; private set; } = [];

    /// <summary>Replays.</summary>
    /// <param name="clocks">Takes the lines of the clocks, by ticket.</param>
    /// <param name="done">Hears of each part that is done.</param>
    public void Run(TextWriter clocks, Action done)
    {
        var builders = Builders();
        Parallel.ForEach(events.Parts, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, part =>
        {
            RunPart(ReplayedPart.Read(part, reader), ClocksOf(part), builders);
            File.Delete(part);
            done();
        });
        SortedLines.Merge([.. events.Parts.Select(ClocksOf)], clocks);
        Reports = [.. builders.Values.Select(builder => builder.Build())
            .Where(report => report.Promises is { Decided: > 0 } or { Open: > 0 } or { Cancelled: > 0 })];
    }

    private static string ClocksOf(string part) => part + ".clocks";

    private void RunPart(ReplayedPart part, string clocksPath, Dictionary<string, ReportBuilder> builders)
    {
        var totals = new ReplayTotals();
        totals.AddEvents(part.EventCount);
        var outcomes = new List<TicketOutcomes>();
        using (var writer = new StreamWriter(clocksPath))
        {
            foreach (var (_, log) in part.Tickets)
            {
                // What had not happened by then is not known then.
                var known = log.Any(e => e.Time > asOf) ? [.. log.Where(e => e.Time <= asOf)] : log;
                if (TicketAssessment.Of(known, [], book, asOf) is not { } assessment) continue;

                totals.AddTicket(assessment.Governing is not null);
                foreach (var clock in assessment.Clocks)
                {
                    var state = clock.StateAt(asOf);
                    totals.Add(clock, state, asOf);
                    ClockCsv.Write(writer, clock, state, asOf);
                }

                outcomes.Add(TicketOutcomes.Of(assessment));
            }
        }

        lock (_sum)
        {
            Totals.Add(totals);
            Wrong.AddRange(part.Wrong);
            WrongCount += part.WrongCount;
            foreach (var ticket in outcomes) Count(ticket, builders);
        }
    }

    private static void Count(TicketOutcomes ticket, Dictionary<string, ReportBuilder> builders)
    {
        foreach (var clock in ticket.Clocks) builders[clock.AgreementId].Add(clock);
        if (ticket.Ticket is { } whole) builders[whole.AgreementId].Add(whole);
    }

    private Dictionary<string, ReportBuilder> Builders() => book.Agreements.ToDictionary(
        history => history.Id,
        history =>
        {
            var zone = history.Versions[^1].TimeZone;
            var first = Instant.Min(events.First ?? asOf, asOf).InZone(zone).Date;
            return new ReportBuilder(new ReportScope(history, ReportSpan.Between(first, asOf.InZone(zone).Date), asOf));
        },
        StringComparer.Ordinal);
}
