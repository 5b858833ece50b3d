namespace SlaMonitor.Conformance.Tickets;

/// <summary>
/// One expectation of a ticket case beside our answer, as texts that can be compared; <c>null</c> where there is nothing.
/// </summary>
internal sealed record Finding(string Key, string? Expected, string? Ours)
{
    public bool IsKept => string.Equals(Expected, Ours, StringComparison.Ordinal);

    public override string ToString() => $"{Key}: expected {Expected ?? "nothing"}, ours is {Ours ?? "nothing"}";
}
