using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>
/// Refuses a body over 1 MiB, announced or chunked, before the function sees anything of it. So that this also holds for a chunked body,
/// and whatever the function catches, the body is read first; at this size that is cheap.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    public const int Bytes = 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > Bytes)
        {
            await Problem.TooLarge().ExecuteAsync(context);
            return;
        }

        await using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        if (!await TryCopyAsync(request.Body, body, context.RequestAborted))
        {
            await Problem.TooLarge().ExecuteAsync(context);
            return;
        }

        body.Position = 0;
        request.Body = body;
        await next(context);
    }

    private static async Task<bool> TryCopyAsync(Stream source, MemoryStream target, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (target.Length + read > Bytes)
                return false;
            target.Write(buffer, 0, read);
        }

        return true;
    }
}
