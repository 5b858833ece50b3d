using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Hosting.Running;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>What a function throws is logged and answered without its details.</summary>
internal sealed class ErrorBoundary(RequestDelegate next, ILogger<ErrorBoundary> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (BadHttpRequestException problem) when (!context.Response.HasStarted)
        {
            await TypedResults.Problem(problem.Message, statusCode: problem.StatusCode).ExecuteAsync(context);
        }
#pragma warning disable CA1031 // The edge: whatever it is, the caller gets an answer and the host lives on.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            logger.HttpFunctionFailed(
                problem, context.GetEndpoint()?.Metadata.GetMetadata<RequiredLevel>()?.Name, context.Request.Method,
                // Not the path itself: that of an acknowledge link is a key to it.
                (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
            if (context.Response.HasStarted)
                context.Abort(); // a cut answer must not look like a whole one
            else
                await AnswerAsync(context);
        }
    }

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.Clear();
        return Problem.Unexpected().ExecuteAsync(context);
    }
}
