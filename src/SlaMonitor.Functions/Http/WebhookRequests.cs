using Microsoft.AspNetCore.Http;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Functions.Http;

/// <summary>Takes a webhook out of the web framework.</summary>
internal static class WebhookRequests
{
    private const string DryRun = "dryRun";

    public static WebhookRequest Of(HttpRequest request, byte[] body) => new(
        request.ContentType,
        request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        body);

    /// <summary>
    /// Whether only to say what would be stored; <c>null</c> where that cannot be told, and then nothing is to be stored.
    /// </summary>
    public static bool? AsksForDryRun(HttpRequest request) =>
        !request.Query.TryGetValue(DryRun, out var asked) ? false : bool.TryParse(asked, out var said) ? said : null;
}
