namespace SlaMonitor.Webhooks.Reading;

/// <summary>A request as it came over the wire, without the web framework that brought it.</summary>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="Headers">All headers; several of one name are one, joined with commas. Names ignore case.</param>
/// <param name="Body">The raw body: what was signed.</param>
public sealed record WebhookRequest(string? ContentType, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The value of a header, or <c>null</c> where there is none.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
