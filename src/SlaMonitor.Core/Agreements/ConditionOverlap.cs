namespace SlaMonitor.Core.Agreements;

/// <summary>
/// What two conditions have to do with each other. The answers are for warnings: a "cannot meet" and a "covers" are certain, the opposite
/// says that nobody knows better.
/// </summary>
internal static class ConditionOverlap
{
    /// <summary>Whether there can be a ticket for which both hold.</summary>
    // A ticket has many tags, and its requester several names, so two wishes for different ones can both come true.
    public static bool CanMeet(Condition one, Condition other) =>
        (one.Emergency is null || other.Emergency is null || one.Emergency == other.Emergency)
        && Share(one.Priorities, other.Priorities)
        && Share(one.Categories, other.Categories, StringComparer.OrdinalIgnoreCase)
        && Share(one.Groups, other.Groups, StringComparer.OrdinalIgnoreCase)
        && Share(one.Customers, other.Customers, StringComparer.OrdinalIgnoreCase)
        && Share(one.Sources, other.Sources, StringComparer.OrdinalIgnoreCase)
        && Share(one.Statuses, other.Statuses)
        && Share(one.Assignees, other.Assignees, StringComparer.OrdinalIgnoreCase)
        && !(AsksFor(one, assigned: true) && AsksFor(other, assigned: false))
        && !(AsksFor(one, assigned: false) && AsksFor(other, assigned: true))
        && one.Fields.All(field => other.Fields.All(same => !field.IsOf(same) || field.CanMeet(same)))
        && (one.Any.Count == 0 || one.Any.Any(part => CanMeet(part, other)))
        && (other.Any.Count == 0 || other.Any.Any(part => CanMeet(one, part)))
        && !Excludes(one, other) && !Excludes(other, one);

    /// <summary>Whether the first surely holds wherever the second does.</summary>
    public static bool Covers(Condition one, Condition other) =>
        (other.Any.Count > 0 && other.Any.All(part => Covers(one, part)))
        || ((one.Emergency is null || one.Emergency == other.Emergency)
            && Contains(one.Priorities, other.Priorities)
            && Contains(one.Categories, other.Categories, StringComparer.OrdinalIgnoreCase)
            && Contains(one.Tags, other.Tags, StringComparer.OrdinalIgnoreCase)
            && Contains(one.Groups, other.Groups, StringComparer.OrdinalIgnoreCase)
            && Contains(one.Customers, other.Customers, StringComparer.OrdinalIgnoreCase)
            && Contains(one.Sources, other.Sources, StringComparer.OrdinalIgnoreCase)
            && Contains(one.Statuses, other.Statuses)
            && Contains(one.Assignees, other.Assignees, StringComparer.OrdinalIgnoreCase)
            && (one.IsAssigned is not { } assigned || AsksFor(other, assigned))
            && Contains(one.Requesters, other.Requesters, StringComparer.OrdinalIgnoreCase)
            && one.Fields.All(field => other.Fields.Any(same => field.IsOf(same) && field.Covers(same)))
            && (one.Any.Count == 0 || one.Any.Any(part => Covers(part, other)))
            && (one.Not is null || Excludes(other, one.Not) || !CanMeet(one.Not, other)));

    /// <summary>Whether the first leaves out all that the second is meant for.</summary>
    private static bool Excludes(Condition one, Condition other) => one.Not is not null && Covers(one.Not, other);

    /// <summary>Whether the ticket must have an agent, or none: whoever asks for certain ones asks for one.</summary>
    private static bool AsksFor(Condition condition, bool assigned) =>
        condition.IsAssigned == assigned || (assigned && condition.Assignees.Count > 0);

    private static bool Share<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, IEqualityComparer<T>? comparer = null) =>
        one.Count == 0 || other.Count == 0 || one.Intersect(other, comparer).Any();

    private static bool Contains<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, IEqualityComparer<T>? comparer = null) =>
        one.Count == 0 || (other.Count > 0 && !other.Except(one, comparer).Any());
}
