using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Functions.Http;

/// <summary>What a caller would rather be answered in.</summary>
internal static class Preferences
{
    /// <summary>Whether a media type is what the caller asks for before all others.</summary>
    public static bool Prefers(this HttpRequest request, string mediaType) =>
        request.GetTypedHeaders()
            .Accept.OrderByDescending(type => type.Quality ?? 1)
            .FirstOrDefault()
            ?.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
        ?? false;
}
