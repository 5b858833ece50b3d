using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements;

/// <summary>
/// Which tickets something is meant for. Every part that is given must hold; within a part any value will do; a part that is not given
/// always holds. Names are compared without regard to case. Parts of parts make any rule: "urgent, or of the group core, but not a test".
/// </summary>
public sealed record Condition
{
    /// <summary>The condition that always holds.</summary>
    public static Condition Always { get; } = new();

    /// <summary>Whether the ticket must, or must not, be an emergency.</summary>
    public bool? Emergency { get; init; }

    /// <summary>Priorities, any of which will do.</summary>
    public IReadOnlyList<TicketPriority> Priorities { get; init; } = [];

    /// <summary>Categories, any of which will do.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Tags, any of which will do.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Groups, any of which will do.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Customers, any of which will do.</summary>
    public IReadOnlyList<string> Customers { get; init; } = [];

    /// <summary>Event sources (helpdesks), any of which will do.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Conditions of which at least one must hold; none given asks for nothing.</summary>
    public IReadOnlyList<Condition> Any { get; init; } = [];

    /// <summary>What must not hold.</summary>
    public Condition? Not { get; init; }

    /// <summary>How many of the parts are given. Of two agreements that both match a ticket, the one that asks for more is meant.</summary>
    public int Specificity =>
        (Emergency is null ? 0 : 1)
        + Given(Priorities) + Given(Categories) + Given(Tags) + Given(Groups) + Given(Customers) + Given(Sources)
        + Given(Any) + (Not is null ? 0 : 1);

    /// <summary>Whether the condition holds for a ticket.</summary>
    /// <param name="facts">The ticket.</param>
    public bool Holds(TicketFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);

        return IsWanted(facts.Emergency) && IsWanted(facts.Priority)
            && IsAmong(Categories, facts.Category) && IsAnyAmong(Tags, facts.Tags)
            && IsAmong(Groups, facts.Group) && IsAmong(Customers, facts.Customer) && IsAmong(Sources, facts.Source)
            && HoldsAny(facts) && !(Not?.Holds(facts) ?? false);
    }

    /// <summary>Why the condition does not hold for a ticket.</summary>
    /// <param name="facts">The ticket.</param>
    /// <returns><c>null</c> when it holds; else every part that does not, as in <c>priority is normal, not urgent or high</c>.</returns>
    public string? Mismatch(TicketFacts facts) => Holds(facts) ? null : ConditionText.Mismatch(this, facts);

    /// <summary>The tickets that the condition is meant for, in words: <c>priority urgent or high and group core</c>.</summary>
    public string Describe() => ConditionText.Describe(this);

    /// <summary>Whether there can be a ticket for which both conditions hold. Where nobody can tell, there can.</summary>
    /// <param name="other">The other condition.</param>
    public bool CanMeet(Condition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ConditionOverlap.CanMeet(this, other);
    }

    /// <summary>Whether this condition surely holds for every ticket for which the other does.</summary>
    /// <param name="other">The other condition.</param>
    public bool Covers(Condition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ConditionOverlap.Covers(this, other);
    }

    /// <summary>Whether the emergency is as it is wanted, if that matters.</summary>
    internal bool IsWanted(bool emergency) => Emergency is null || Emergency == emergency;

    /// <summary>Whether the priority is wanted, if that matters.</summary>
    internal bool IsWanted(TicketPriority priority) => Priorities.Count == 0 || Priorities.Contains(priority);

    /// <summary>Whether a value is wanted, if that matters.</summary>
    internal static bool IsAmong(IReadOnlyList<string> wanted, string? value) =>
        wanted.Count == 0 || (value is not null && Names(wanted, value));

    /// <summary>Whether one of the values is wanted, if that matters.</summary>
    internal static bool IsAnyAmong(IReadOnlyList<string> wanted, IReadOnlyList<string> values)
    {
        if (wanted.Count == 0) return true;

        for (var i = 0; i < values.Count; i++)
        {
            if (Names(wanted, values[i])) return true;
        }

        return false;
    }

    // No LINQ: every refold of every ticket asks this several times, and an enumerator would be its only allocation.
    private bool HoldsAny(TicketFacts facts)
    {
        for (var i = 0; i < Any.Count; i++)
        {
            if (Any[i].Holds(facts)) return true;
        }

        return Any.Count == 0;
    }

    private static bool Names(IReadOnlyList<string> wanted, string value)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            if (string.Equals(wanted[i], value, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static int Given<T>(IReadOnlyList<T> part) => part.Count == 0 ? 0 : 1;
}
