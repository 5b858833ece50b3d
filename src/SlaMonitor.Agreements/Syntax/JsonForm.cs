namespace SlaMonitor.Agreements.Syntax;

/// <summary>What JSON Schema can say of a single value.</summary>
/// <param name="Type"><c>string</c>, <c>integer</c>, <c>number</c> or <c>boolean</c>; two of them where YAML may read either.</param>
/// <param name="Pattern">The pattern that a text must match.</param>
/// <param name="Values">All values, where there are few.</param>
internal sealed record JsonForm(IReadOnlyList<string> Type, string? Pattern = null, IReadOnlyList<string>? Values = null)
{
    public JsonForm(string type, string? pattern = null)
        : this([type], pattern)
    {
    }
}
