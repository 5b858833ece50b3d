using NodaTime;
using SlaMonitor.Cli.Replaying.Mails;
using SlaMonitor.Cli.Replaying.Parts;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Replaying;

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
    private readonly Dictionary<string, TicketEvent> _firstOfSources = new(StringComparer.Ordinal);

    /// <summary>As of when the clocks are.</summary>
    public Instant AsOf => asOf;

    /// <summary>What it comes to.</summary>
    public ReplayTotals Totals { get; } = new();

    /// <summary>How many mails it comes to; <c>null</c> where nobody asked.</summary>
    public MailTotals? Mails { get; private set; }

    /// <summary>Lines that are no events; the first of each part.</summary>
    public List<EventLine> Wrong { get; } = [];

    /// <summary>How many lines are no events.</summary>
    public long WrongCount { get; private set; }

    /// <summary>The report on each agreement, over the whole history; only those with a clock or a ticket.</summary>
    public IReadOnlyList<Report> Reports { get; private set; } = [];

    /// <summary>Replays.</summary>
    /// <param name="clocks">Takes the lines of the clocks, by ticket.</param>
    /// <param name="mails">Takes the lines of the mails, in order of time; <c>null</c> where nobody asks for them.</param>
    /// <param name="done">Hears of each part that is done.</param>
    public void Run(TextWriter clocks, TextWriter? mails, Action done)
    {
        var builders = Builders();
        Parallel.ForEach(events.Parts, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, part =>
        {
            RunPart(part, builders, listens: mails is not null);
            File.Delete(part);
            done();
        });
        SortedLines.Merge([.. events.Parts.Select(ClocksOf)], clocks);
        Reports = [.. builders.Values.Select(builder => builder.Build())
            .Where(report => report.Promises is { Decided: > 0 } or { Open: > 0 } or { Cancelled: > 0 })];
        if (mails is not null) Listen(mails);
    }

    private static string ClocksOf(string part) => part + ".clocks";

    private static string ToldOf(string part) => part + ".told";

    private void RunPart(string path, Dictionary<string, ReportBuilder> builders, bool listens)
    {
        var part = ReplayedPart.Read(path, reader);
        var totals = new ReplayTotals();
        totals.AddEvents(part.EventCount);
        var outcomes = new List<TicketOutcomes>();
        var told = new List<ReplayedTicket>();
        using (var writer = new StreamWriter(ClocksOf(path)))
        {
            foreach (var ticket in part.Tickets)
            {
                var known = ticket.KnownAt(asOf);
                if (TicketAssessment.Of(known, [], book, asOf) is not { } assessment) continue;

                totals.AddTicket(assessment.Governing is not null);
                foreach (var clock in assessment.Clocks)
                {
                    var state = clock.StateAt(asOf);
                    totals.Add(clock, state, asOf);
                    ClockCsv.Write(writer, clock, state, asOf);
                }

                outcomes.Add(TicketOutcomes.Of(assessment));
                if (listens && HistoryPlayer.MayTell(known, book, asOf)) told.Add(ticket);
            }
        }

        ToldLines.Write(path, told, asOf, ToldOf(path));
        lock (_sum)
        {
            Totals.Add(totals);
            Wrong.AddRange(part.Wrong);
            WrongCount += part.WrongCount;
            foreach (var first in part.FirstOfSources) NoteSource(first);
            foreach (var ticket in outcomes) Count(ticket, builders);
        }
    }

    private void NoteSource(TicketEvent first)
    {
        if (first.Time > asOf) return;
        if (!_firstOfSources.TryGetValue(first.Source, out var known) || first.Time < known.Time) _firstOfSources[first.Source] = first;
    }

    private void Listen(TextWriter mails)
    {
        var replay = new MailReplay(book, reader, asOf);
        replay.Run(
            events.Parts.Select(ToldOf).Where(File.Exists), _firstOfSources.Values, (number, mail) => MailCsv.Write(mails, number, mail));
        Mails = replay.Totals;
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
