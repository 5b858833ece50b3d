namespace SlaMonitor.Core.Agreements;

/// <summary>What one free field of a ticket has to be: any of the values will do. A field that was never set is none of them.</summary>
/// <param name="Name">The field's name; compared without regard to case.</param>
/// <param name="Values">What it may be; at least one.</param>
public sealed record FieldCondition(string Name, IReadOnlyList<FieldValue> Values)
{
    /// <summary>Whether the field has one of the values.</summary>
    /// <param name="fields">The ticket's fields.</param>
    public bool Holds(IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (!fields.TryGetValue(Name, out var value)) return false;

        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i].Holds(value)) return true;
        }

        return false;
    }

    /// <summary>Whether it is about the same field.</summary>
    internal bool IsOf(FieldCondition other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a value can be right for both.</summary>
    internal bool CanMeet(FieldCondition other) => Values.Any(value => other.Values.Any(value.CanMeet));

    /// <summary>Whether each value that is right for the other is right for this.</summary>
    internal bool Covers(FieldCondition other) => other.Values.All(value => Values.Any(mine => mine.Covers(value)));
}
