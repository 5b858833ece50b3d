using NodaTime;
using SlaMonitor.Cli.Replaying.Against;
using SlaMonitor.Cli.Replaying.Mails;
using SlaMonitor.Cli.Replaying.Parts;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Comparing;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Replaying;

/// <summary>
/// Lives through a history of events by the code of the monitor, part by part, several at once. What each part comes to is a file of its
/// own until all are put together.
/// </summary>
/// <param name="terms">The agreements.</param>
/// <param name="against">Other agreements that they are compared with; <c>null</c> for none.</param>
/// <param name="present">The present, which no event lies after.</param>
/// <param name="events">The parts of the events.</param>
/// <param name="asOf">As of when the clocks are.</param>
internal sealed class Replay(
    ReplayedTerms terms, ReplayedTerms? against, IClock present, SplitEvents events, Instant asOf)
{
    private readonly Lock _sum = new();
    private readonly Dictionary<string, TicketEvent> _firstOfSources = new(StringComparer.Ordinal);

    /// <summary>As of when the clocks are.</summary>
    public Instant AsOf => asOf;

    /// <summary>The first event; <c>null</c> where there is none.</summary>
    public Instant? First => events.First;

    /// <summary>The agreements, and what the history comes to under them.</summary>
    public ReplayedTerms Terms => terms;

    /// <summary>The same of the other agreements; <c>null</c> for none.</summary>
    public ReplayedTerms? Against => against;

    /// <summary>What differs.</summary>
    public ChangeTotals Changes { get; } = new();

    /// <summary>Lines that are no events.</summary>
    public WrongLines Wrong { get; } = new();

    /// <summary>Replays.</summary>
    /// <param name="clocks">Takes the lines of the clocks, by ticket.</param>
    /// <param name="mails">Takes the lines of the mails, in order of time; <c>null</c> where nobody asks for them.</param>
    /// <param name="changes">Takes the lines of what differs; <c>null</c> where nothing is compared.</param>
    /// <param name="done">Hears of each part that is done.</param>
    public void Run(TextWriter clocks, TextWriter? mails, TextWriter? changes, Action done)
    {
        foreach (var one in Sides) one.Begin(events, asOf);
        Parallel.ForEach(events.Parts, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, part =>
        {
            RunPart(part, listens: mails is not null);
            File.Delete(part);
            done();
        });
        SortedLines.Merge([.. events.Parts.Select(ClocksOf)], clocks);
        if (changes is not null) SortedLines.Merge([.. events.Parts.Select(ChangesOf)], changes);
        foreach (var one in Sides) one.End();
        if (mails is null) return;

        Parallel.Invoke([.. Sides.Select(one => (Action)(() => Listen(one, one == terms ? mails : TextWriter.Null)))]);
    }

    private ReplayedTerms[] Sides => against is null ? [terms] : [terms, against];

    private static string ClocksOf(string part) => part + ".clocks";

    private static string ChangesOf(string part) => part + ".changes";

    private string ToldOf(ReplayedTerms one, string part) => part + (one == terms ? ".told" : ".toldOtherwise");

    private void RunPart(string path, bool listens)
    {
        var part = new ReplayedPart(path, new EventLineReader(present));
        var sum = new PartTotals(terms, asOf, listens);
        var other = against is null ? null : new PartTotals(against, asOf, listens);
        var changes = new List<ClockChange>();
        using var clocks = new TicketLines();
        foreach (var ticket in part.ReadTickets())
        {
            var known = ticket.KnownAt(asOf);
            if (sum.Add(ticket, known) is not { } assessment) continue;

            clocks.Add(ticket.Id, to =>
            {
                foreach (var clock in assessment.Clocks) ClockCsv.Write(to, clock, clock.StateAt(asOf), asOf);
            });
            if (other?.Add(ticket, known) is { } otherwise) changes.AddRange(ClockComparison.Of(assessment, otherwise, asOf));
        }

        sum.Totals.AddEvents(part.EventCount);
        clocks.WriteTo(ClocksOf(path));
        ToldLines.Write(part, sum.Told, ToldOf(terms, path));
        if (other is not null)
        {
            ChangeCsv.WriteAll(ChangesOf(path), changes.OrderBy(change => change.TicketId, StringComparer.Ordinal));
            ToldLines.Write(part, other.Told, ToldOf(against!, path));
        }

        lock (_sum)
        {
            terms.Add(sum);
            if (other is not null) against!.Add(other);
            Changes.Add(changes);
            Wrong.Add(part.Wrong);
            foreach (var first in part.FirstOfSources) NoteSource(first);
        }
    }

    private void NoteSource(TicketEvent first)
    {
        if (first.Time > asOf) return;
        if (!_firstOfSources.TryGetValue(first.Source, out var known) || first.Time < known.Time) _firstOfSources[first.Source] = first;
    }

    private void Listen(ReplayedTerms one, TextWriter mails)
    {
        var replay = new MailReplay(one.Book, new EventLineReader(present), asOf);
        replay.Run(
            events.Parts.Select(part => ToldOf(one, part)).Where(File.Exists), _firstOfSources.Values,
            (number, mail) => MailCsv.Write(mails, number, mail));
        one.Mails = replay.Totals;
    }
}
