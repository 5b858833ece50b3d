namespace SlaMonitor.Monitoring.OnCall;

/// <summary>
/// How a feed is called where people read of it: a file by its name, an address by its host alone. The rest of an address is often a
/// secret: whoever has it can read the calendar.
/// </summary>
internal static class FeedName
{
    /// <summary>The address of a feed that is fetched, or <c>null</c> for a file.</summary>
    public static Uri? AddressOf(string source) =>
        source.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(source, UriKind.Absolute, out var address) ? address : null;

    public static string Of(string source) =>
        AddressOf(source) is { } address ? $"{address.Scheme}://{address.Authority}/…" : Path.GetFileName(source);
}
