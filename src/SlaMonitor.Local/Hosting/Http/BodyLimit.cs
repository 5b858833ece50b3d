using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Bodies;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>
/// Refuses a body over 1 MiB, announced or chunked, before the function sees anything of it. So that this also holds for a chunked body,
/// and whatever the function catches, the body is read first; at this size that is cheap.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        await using var body = await BoundedBody.ReadAsync(
            request.Body, BoundedBody.LongestRequest, context.RequestAborted, request.ContentLength);
        if (body is null)
        {
            await Problem.TooLarge().ExecuteAsync(context);
            return;
        }

        request.Body = body;
        await next(context);
    }
}
