using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Tests.OnCall;

/// <summary>A server of calendars on a port of its own.</summary>
internal sealed class StubCalendarServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _end = new();

    private StubCalendarServer(WebApplication app)
    {
        _app = app;
        app.Run(async context =>
        {
            Requests.Enqueue($"{context.Request.Path} {context.Request.Headers.IfNoneMatch}".TrimEnd());
            Headers = context.Request.Headers
                .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            await Answer(context, _end.Token);
        });
    }

    public Func<HttpContext, CancellationToken, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public ConcurrentQueue<string> Requests { get; } = new();

    public IReadOnlyDictionary<string, string> Headers { get; private set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public Uri Address => new($"{_app.Urls.Single()}/secret-token/on-call.ics");

    public static async Task<StubCalendarServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new StubCalendarServer(builder.Build());
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Serves a text whose state has a name, and says so to those who know it.</summary>
    public void Serve(string text, string? etag = null) => Answer = async (context, _) =>
    {
        if (etag is not null) context.Response.Headers.ETag = etag;
        if (etag is not null && context.Request.Headers.IfNoneMatch == etag) context.Response.StatusCode = StatusCodes.Status304NotModified;
        else await context.Response.WriteAsync(text, CancellationToken.None);
    };

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _app.DisposeAsync();
        _end.Dispose();
    }
}
