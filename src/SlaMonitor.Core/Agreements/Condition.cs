using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements;

/// <summary>
/// Which tickets something is meant for. Every part that is given must hold; within a part any value will do; a part that is not given
/// always holds. Names are compared without regard to case. Parts of parts make any rule: "urgent, or of the group core, but not a test".
/// </summary>
public sealed record Condition
{
    // Every refold of every ticket asks each target whether it is meant: most ask for little.
    private readonly bool _asks;
    private readonly bool _asksMore;

    /// <summary>The condition that always holds.</summary>
    public static Condition Always { get; } = new();

    /// <summary>Whether the ticket must, or must not, be an emergency.</summary>
    public bool? Emergency
    {
        get;
        init => _asks |= (field = value) is not null;
    }

    /// <summary>Priorities, any of which will do.</summary>
    public IReadOnlyList<TicketPriority> Priorities
    {
        get;
        init => _asks |= (field = value).Count > 0;
    } = [];

    /// <summary>Categories, any of which will do.</summary>
    public IReadOnlyList<string> Categories
    {
        get;
        init => _asks |= (field = value).Count > 0;
    } = [];

    /// <summary>Tags, any of which will do.</summary>
    public IReadOnlyList<string> Tags
    {
        get;
        init => _asks |= (field = value).Count > 0;
    } = [];

    /// <summary>Groups, any of which will do.</summary>
    public IReadOnlyList<string> Groups
    {
        get;
        init => _asks |= (field = value).Count > 0;
    } = [];

    /// <summary>Customers, any of which will do.</summary>
    public IReadOnlyList<string> Customers
    {
        get;
        init => _asks |= (field = value).Count > 0;
    } = [];

    /// <summary>Event sources (helpdesks), any of which will do.</summary>
    public IReadOnlyList<string> Sources
    {
        get;
        init => _asks |= (field = value).Count > 0;
    } = [];

    /// <summary>Who may have the ticket, any of whom will do.</summary>
    public IReadOnlyList<string> Assignees
    {
        get;
        init => _asksMore |= (field = value).Count > 0;
    } = [];

    /// <summary>Whether somebody must have the ticket, or nobody.</summary>
    public bool? IsAssigned
    {
        get;
        init => _asksMore |= (field = value) is not null;
    }

    /// <summary>Who may have asked, any of whom will do.</summary>
    public IReadOnlyList<string> Requesters
    {
        get;
        init => _asksMore |= (field = value).Count > 0;
    } = [];

    /// <summary>Statuses, any of which will do. None is that of facts which leave it open (<see cref="TicketFacts.Status"/>).</summary>
    public IReadOnlyList<TicketStatus> Statuses
    {
        get;
        init => _asksMore |= (field = value).Count > 0;
    } = [];

    /// <summary>What free fields have to be; all of them must hold.</summary>
    public IReadOnlyList<FieldCondition> Fields
    {
        get;
        init => _asksMore |= (field = value).Count > 0;
    } = [];

    /// <summary>Conditions of which at least one must hold; none given asks for nothing.</summary>
    public IReadOnlyList<Condition> Any
    {
        get;
        init => _asks |= (field = value).Count > 0;
    } = [];

    /// <summary>What must not hold.</summary>
    public Condition? Not
    {
        get;
        init => _asks |= (field = value) is not null;
    }

    /// <summary>How many of the parts are given. Of two agreements that both match a ticket, the one that asks for more is meant.</summary>
    public int Specificity =>
        (Emergency is null ? 0 : 1)
        + Given(Priorities) + Given(Categories) + Given(Tags) + Given(Groups) + Given(Customers) + Given(Sources)
        + Given(Assignees) + (IsAssigned is null ? 0 : 1) + Given(Requesters) + Given(Statuses) + Fields.Count
        + Given(Any) + (Not is null ? 0 : 1);

    /// <summary>Whether the condition holds for a ticket.</summary>
    /// <param name="facts">The ticket.</param>
    public bool Holds(TicketFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);

        return (!_asks
                || (IsWanted(facts.Emergency) && IsWanted(facts.Priority)
                    && IsAmong(Categories, facts.Category) && IsAnyAmong(Tags, facts.Tags)
                    && IsAmong(Groups, facts.Group) && IsAmong(Customers, facts.Customer) && IsAmong(Sources, facts.Source)
                    && HoldsAny(facts) && !(Not?.Holds(facts) ?? false)))
            && (!_asksMore
                || (IsAmong(Assignees, facts.Assignee) && IsWantedAssigned(facts.Assignee is not null)
                    && IsAnyOf(Requesters, facts.Requesters) && IsWanted(facts.Status) && HoldsFields(facts.Fields)));
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

    /// <summary>Whether the status is wanted, if that matters.</summary>
    internal bool IsWanted(TicketStatus? status) => Statuses.Count == 0 || (status is { } known && Statuses.Contains(known));

    /// <summary>Whether it is wanted that somebody has the ticket, or that nobody has, if that matters.</summary>
    internal bool IsWantedAssigned(bool assigned) => IsAssigned is null || IsAssigned == assigned;

    /// <summary>Whether one of the names is wanted, if that matters.</summary>
    internal static bool IsAnyOf(IReadOnlyList<string> wanted, IReadOnlySet<string> names)
    {
        if (wanted.Count == 0) return true;

        for (var i = 0; i < wanted.Count; i++)
        {
            if (names.Contains(wanted[i])) return true;
        }

        return false;
    }

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

    private bool HoldsFields(IReadOnlyDictionary<string, string> fields)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (!Fields[i].Holds(fields)) return false;
        }

        return true;
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
