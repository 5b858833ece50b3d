using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Agreements.Building;

/// <summary>Conditions of which the first that holds counts: finds those that can never count.</summary>
/// <param name="governs">Which tickets the agreement governs; <c>null</c> where that has a mistake.</param>
internal sealed class FirstMatch(Condition? governs)
{
    private static readonly bool[] Emergencies = [false, true];
    private static readonly TicketPriority[] Priorities = Enum.GetValues<TicketPriority>();

    private readonly List<(Condition When, string Name)> _earlier = [];

    /// <summary>Adds the next condition.</summary>
    /// <param name="when">The condition; <c>null</c> for one with a mistake, of which nothing can be said.</param>
    /// <param name="name">What it stands at, as in <c>'response' on line 7</c>.</param>
    /// <returns>
    /// Why it never counts and what to do, as in <c>'response' on line 7 matches every ticket; put …</c>; <c>null</c> where it can.
    /// </returns>
    public string? Add(Condition? when, string name)
    {
        if (when is null) return null;
        if (governs?.CanMeet(when) == false)
            return "no ticket that 'match' of the customer lets in can match it; correct one of the two";
        if ((ByOne(when) ?? ByAll(when)) is { } reason) return $"{reason}; put the one with the narrower 'when' first";

        _earlier.Add((when, name));
        return null;
    }

    private string? ByOne(Condition when)
    {
        foreach (var (earlier, name) in _earlier)
        {
            if (earlier.Specificity == 0) return $"{name} matches every ticket";
            if (earlier.Covers(when)) return $"{name} matches every ticket that this one is meant for";
            if (governs is { Specificity: > 0 } && earlier.Covers(governs)) return $"{name} matches every ticket of this agreement";
        }

        return null;
    }

    /// <summary>Several may leave nothing over together: one for emergencies and one for all else, or one for each priority.</summary>
    private string? ByAll(Condition when)
    {
        var takers = new SortedSet<int>();
        foreach (var part in Parts(when))
        {
            var taker = _earlier.FindIndex(earlier => earlier.When.Covers(part));
            if (taker < 0) return null;
            takers.Add(taker);
        }

        return takers.Count == 0
            ? null
            : $"{Sentences.And(takers.Select(taker => _earlier[taker].Name))} match every ticket that this one is meant for";
    }

    /// <summary>The tickets of a condition by what every ticket has one of: they are an emergency or not, and have a priority.</summary>
    private IEnumerable<Condition> Parts(Condition when) =>
        from emergency in Emergencies
        where when.Emergency is null || when.Emergency == emergency
        from priority in Priorities
        where when.Priorities.Count == 0 || when.Priorities.Contains(priority)
        let part = when with { Emergency = emergency, Priorities = [priority] }
        where governs?.CanMeet(part) != false
        select part;
}
