using System.Collections.Concurrent;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Ingestion;

/// <summary>
/// What each source leaves open: tickets whose creation was never received, messages of which nobody can say whether the requester wrote
/// them, and agreed due times that count for no clock. By connection, as in <c>webhooks.acme.lostCreation</c>; other sources by their own
/// name.
/// </summary>
public sealed class SourceCounts : ICounts
{
    /// <summary>How many sources are counted by name: whoever may send events can make up any number of them.</summary>
    private const int MostSources = 100;

    private const string Others = "others";

    private readonly ConcurrentDictionary<string, long> _lostCreations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _unknownRequesters = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _agreedInVain = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlyDictionary<string, long> Read() =>
        _lostCreations.Select(count => (Name: $"{count.Key}.lostCreation", count.Value))
            .Concat(_unknownRequesters.Select(count => (Name: $"{count.Key}.unknownRequester", count.Value)))
            .Concat(_agreedInVain.Select(count => (Name: $"{count.Key}.agreedDueInVain", count.Value)))
            .Where(count => count.Value > 0)
            .ToDictionary(count => count.Name, count => count.Value, StringComparer.Ordinal);

    /// <summary>Counts tickets that became known without their creation; fewer than none where a creation came late.</summary>
    internal void LostCreation(Ticket ticket, int tickets) => Add(_lostCreations, ticket.Facts.Source, tickets);

    /// <summary>
    /// Counts messages of which nobody can say whether the requester wrote them; fewer than none where that was told late.
    /// </summary>
    internal void UnknownRequester(Ticket ticket, int messages) => Add(_unknownRequesters, ticket.Facts.Source, messages);

    /// <summary>Counts due times that were agreed for a ticket and count for none of its clocks.</summary>
    internal void AgreedInVain(Ticket ticket, int dues) => Add(_agreedInVain, ticket.Facts.Source, dues);

    private static void Add(ConcurrentDictionary<string, long> counts, string source, int some)
    {
        if (some == 0) return;

        var name = source.Trim('/').Replace('/', '.');
        if (!counts.ContainsKey(name) && counts.Count >= MostSources) name = Others;
        counts.AddOrUpdate(name, some, (_, count) => count + some);
    }
}
