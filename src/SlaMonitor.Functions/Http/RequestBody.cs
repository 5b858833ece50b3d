using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Bodies;

namespace SlaMonitor.Functions.Http;

/// <summary>Reads a body of at most <see cref="BoundedBody.LongestRequest"/> bytes.</summary>
internal static class RequestBody
{
    /// <returns>The body, or <c>null</c> where it is larger.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await BoundedBody.ReadAsync(request.Body, BoundedBody.LongestRequest, cancellationToken, request.ContentLength))?.ToArray();
}
