using NodaTime;
using SlaMonitor.Cli.Replaying.Parts;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Tuning;

namespace SlaMonitor.Cli.Tuning;

/// <summary>Finds out what every promise of a history would have needed.</summary>
/// <param name="book">The agreements.</param>
/// <param name="present">The present, which no event lies after.</param>
/// <param name="events">The parts of the events.</param>
/// <param name="asOf">As of when.</param>
internal sealed class Tune(AgreementBook book, IClock present, SplitEvents events, Instant asOf)
{
    private readonly Lock _sum = new();
    private readonly SortedDictionary<(string Agreement, string Target), BudgetTally> _tallies = [];

    /// <summary>As of when.</summary>
    public Instant AsOf => asOf;

    /// <summary>What the promises of each target would have needed.</summary>
    public IReadOnlyDictionary<(string Agreement, string Target), BudgetTally> Tallies => _tallies;

    /// <summary>Lines that are no events.</summary>
    public WrongLines Wrong { get; } = new();

    /// <summary>Goes through the history.</summary>
    public Tune Run()
    {
        Parallel.ForEach(events.Parts, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, RunPart);
        return this;
    }

    private void RunPart(string path)
    {
        var part = new ReplayedPart(path, new EventLineReader(present));
        File.Delete(path);
        var tallies = new Dictionary<(string Agreement, string Target), BudgetTally>();
        foreach (var ticket in part.ReadTickets())
        {
            foreach (var clock in TicketAssessment.Of(ticket.KnownAt(asOf), [], book, asOf)?.Clocks ?? [])
            {
                var key = (clock.Agreement.Id, clock.Target.Id);
                if (!tallies.TryGetValue(key, out var tally)) tallies[key] = tally = new BudgetTally();
                tally.Add(clock, asOf);
            }
        }

        lock (_sum)
        {
            Wrong.Add(part.Wrong);
            foreach (var (key, tally) in tallies)
            {
                if (!_tallies.TryGetValue(key, out var sum)) _tallies[key] = sum = new BudgetTally();
                sum.Add(tally);
            }
        }
    }
}
