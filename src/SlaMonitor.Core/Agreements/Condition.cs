using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements;

/// <summary>
/// Which tickets something is meant for. Every part that is given must hold; within a part any value will do; a part that is not given
/// always holds. Names are compared without regard to case.
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

    /// <summary>How many of the parts are given. Of two agreements that both match a ticket, the one that asks for more is meant.</summary>
    public int Specificity =>
        (Emergency is null ? 0 : 1)
        + Given(Priorities) + Given(Categories) + Given(Tags) + Given(Groups) + Given(Customers) + Given(Sources);

    /// <summary>Whether the condition holds for a ticket.</summary>
    /// <param name="facts">The ticket.</param>
    public bool Holds(TicketFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);

        return IsWanted(facts.Emergency) && IsWanted(facts.Priority)
            && IsAmong(Categories, facts.Category) && IsAnyAmong(Tags, facts.Tags)
            && IsAmong(Groups, facts.Group) && IsAmong(Customers, facts.Customer) && IsAmong(Sources, facts.Source);
    }

    /// <summary>Why the condition does not hold for a ticket.</summary>
    /// <param name="facts">The ticket.</param>
    /// <returns><c>null</c> when it holds; else every part that does not, as in <c>priority is normal, not urgent or high</c>.</returns>
    public string? Mismatch(TicketFacts facts)
    {
        if (Holds(facts)) return null;

        string?[] reasons =
        [
            IsWanted(facts.Emergency) ? null : facts.Emergency ? "it is an emergency" : "it is no emergency",
            IsWanted(facts.Priority) ? null : $"priority is {Name(facts.Priority)}, not {AnyOf([.. Priorities.Select(Name)])}",
            Unlike("category", facts.Category, Categories),
            IsAnyAmong(Tags, facts.Tags)
                ? null
                : $"{(facts.Tags.Count == 0 ? "it has no tags" : $"tags are {string.Join(", ", facts.Tags)}")}, not {AnyOf(Tags)}",
            Unlike("group", facts.Group, Groups),
            Unlike("customer", facts.Customer, Customers),
            Unlike("source", facts.Source, Sources),
        ];

        return string.Join("; ", reasons.OfType<string>());
    }

    /// <summary>Whether there can be a ticket for which both conditions hold.</summary>
    /// <param name="other">The other condition.</param>
    public bool CanMeet(Condition other)
    {
        ArgumentNullException.ThrowIfNull(other);

        // A ticket has many tags, so two wishes for different tags can both come true.
        return (Emergency is null || other.Emergency is null || Emergency == other.Emergency)
            && Share(Priorities, other.Priorities, EqualityComparer<TicketPriority>.Default)
            && Share(Categories, other.Categories, StringComparer.OrdinalIgnoreCase)
            && Share(Groups, other.Groups, StringComparer.OrdinalIgnoreCase)
            && Share(Customers, other.Customers, StringComparer.OrdinalIgnoreCase)
            && Share(Sources, other.Sources, StringComparer.OrdinalIgnoreCase);
    }

    private bool IsWanted(bool emergency) => Emergency is null || Emergency == emergency;

    private bool IsWanted(TicketPriority priority) => Priorities.Count == 0 || Priorities.Contains(priority);

    private static bool IsAmong(IReadOnlyList<string> wanted, string? value) =>
        wanted.Count == 0 || (value is not null && Names(wanted, value));

    private static bool IsAnyAmong(IReadOnlyList<string> wanted, IReadOnlyList<string> values)
    {
        if (wanted.Count == 0) return true;

        for (var i = 0; i < values.Count; i++)
        {
            if (Names(wanted, values[i])) return true;
        }

        return false;
    }

    private static bool Names(IReadOnlyList<string> wanted, string value)
    {
        // No LINQ: every refold of every ticket asks this several times, and an enumerator would be its only allocation.
        for (var i = 0; i < wanted.Count; i++)
        {
            if (string.Equals(wanted[i], value, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool Share<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, IEqualityComparer<T> comparer) =>
        one.Count == 0 || other.Count == 0 || one.Intersect(other, comparer).Any();

    private static string? Unlike(string part, string? value, IReadOnlyList<string> wanted)
    {
        if (IsAmong(wanted, value)) return null;
        return string.IsNullOrEmpty(value)
            ? $"{part} is not known, wanted is {AnyOf(wanted)}"
            : $"{part} is {value}, not {AnyOf(wanted)}";
    }

    private static int Given<T>(IReadOnlyList<T> part) => part.Count == 0 ? 0 : 1;


    private static string Name(TicketPriority priority) => priority switch
    {
        TicketPriority.Low => "low",
        TicketPriority.Normal => "normal",
        TicketPriority.High => "high",
        _ => "urgent",
    };

    private static string AnyOf(IReadOnlyList<string> values) =>
        values.Count == 1 ? values[0] : $"{string.Join(", ", values.Take(values.Count - 1))} or {values[^1]}";
}
