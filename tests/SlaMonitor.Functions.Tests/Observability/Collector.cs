using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Functions.Tests.Observability;

/// <summary>Takes what exporters send, of whatever kind, and keeps it by path.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string Body)> _received = new();

    private Collector(WebApplication app)
    {
        _app = app;
        app.Run(TakeAsync);
    }

    public string Url => _app.Urls.Single();

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var collector = new Collector(builder.Build());
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>All that came to a path, one after the other, its bytes as Latin-1: names stand in it as they are.</summary>
    public string At(string path) => string.Concat(_received.Where(item => item.Path == path).Select(item => item.Body));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var gzipped = context.Request.Headers.ContentEncoding == "gzip";
        await (gzipped ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body)
            .CopyToAsync(body, CancellationToken.None);
        _received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        if (context.Request.Path == "/v2.1/track")
            await context.Response.WriteAsJsonAsync(
                new { itemsReceived = 1, itemsAccepted = 1, errors = Array.Empty<string>() }, CancellationToken.None);
    }
}
