using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Conditions of which the first that holds counts: finds those that come too late to ever count.</summary>
internal sealed class FirstMatch
{
    private readonly List<(Condition When, string Name)> _earlier = [];

    /// <summary>Adds the next condition.</summary>
    /// <param name="when">The condition; <c>null</c> for one with a mistake, of which nothing can be said.</param>
    /// <param name="name">What it stands at, as in <c>'response' on line 7</c>.</param>
    /// <returns>Why it never counts, as in <c>'response' on line 7 matches every ticket</c>; <c>null</c> where it can.</returns>
    public string? Add(Condition? when, string name)
    {
        if (when is null) return null;

        var reason = _earlier.Find(earlier => earlier.When.Covers(when)) switch
        {
            (null, _) => null,
            ({ Specificity: 0 }, var earlier) => $"{earlier} matches every ticket",
            (_, var earlier) => $"{earlier} matches every ticket that this one is meant for",
        };
        if (reason is null) _earlier.Add((when, name));
        return reason;
    }
}
