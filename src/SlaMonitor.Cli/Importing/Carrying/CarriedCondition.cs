namespace SlaMonitor.Cli.Importing.Carrying;

/// <summary>For which tickets something is promised, in the words of an agreement.</summary>
internal abstract record CarriedCondition
{
    private CarriedCondition()
    {
    }

    /// <summary>Every ticket.</summary>
    public static CarriedCondition Every { get; } = new All([]);

    /// <summary>A key of an agreement's condition, with one of some values.</summary>
    /// <param name="Key">The key; <c>fields.NAME</c> for a free field.</param>
    /// <param name="Values">The values of which any will do.</param>
    public sealed record Is(string Key, IReadOnlyList<string> Values) : CarriedCondition;

    public sealed record All(IReadOnlyList<CarriedCondition> Of) : CarriedCondition;

    public sealed record Any(IReadOnlyList<CarriedCondition> Of) : CarriedCondition;

    public sealed record Not(CarriedCondition Of) : CarriedCondition;

    /// <summary>A key with one of some values.</summary>
    /// <returns>The condition; <c>null</c> where a free field would be read as a range, or as any value.</returns>
    public static Is? OneOf(string key, IReadOnlyList<string> values) =>
        values.Count == 0 || (key.StartsWith(Field, StringComparison.Ordinal) && values.Any(IsMoreThanAValue)) ? null : new Is(key, values);

    /// <summary>What the key of a free field begins with.</summary>
    public const string Field = "fields.";

    private static bool IsMoreThanAValue(string value) =>
        value is "any" or "" || value[0] is '<' or '>' || value.Contains("..", StringComparison.Ordinal);

    /// <summary>Whether every ticket meets it.</summary>
    public bool IsEvery => this is All { Of: var parts } && parts.All(part => part.IsEvery);

    /// <summary>Both.</summary>
    public CarriedCondition And(CarriedCondition other) => IsEvery ? other : other.IsEvery ? this : new All([this, other]);
}
