using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Functions.Http;

/// <summary>Reads a body of at most 1 MiB. The platform's own limit is a hundred times that, and no event of ours comes near either.</summary>
internal static class RequestBody
{
    public const int Limit = 1024 * 1024;

    /// <returns>The body, or <c>null</c> where it is larger.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Limit) return null;

        var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > Limit) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
