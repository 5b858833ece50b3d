using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Bodies;

namespace SlaMonitor.Functions.Http;

/// <summary>Reads a body of at most <see cref="BoundedBody.LongestRequest"/> bytes.</summary>
internal static class RequestBody
{
    /// <returns>The body, or <c>null</c> where it is larger.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Whole(request.Body)
        ?? (await BoundedBody.ReadAsync(request.Body, BoundedBody.LongestRequest, cancellationToken, request.ContentLength))?.ToArray();

    /// <summary>The body where the host has read it already, and keeps it in an array of its very length.</summary>
    private static byte[]? Whole(Stream body) =>
        body is MemoryStream { Position: 0 } read && read.TryGetBuffer(out var bytes) && bytes.Offset == 0
        && bytes.Count == bytes.Array!.Length && bytes.Count <= BoundedBody.LongestRequest
            ? bytes.Array
            : null;
}
