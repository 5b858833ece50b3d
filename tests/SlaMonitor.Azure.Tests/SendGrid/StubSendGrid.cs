using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Azure.Tests.SendGrid;

/// <summary>A SendGrid on a port of its own that does what the script says, one entry a request; then it takes every mail.</summary>
internal sealed class StubSendGrid : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<Received> _received = new();

    private StubSendGrid(WebApplication app)
    {
        _app = app;
        app.Run(AnswerAsync);
    }

    public ConcurrentQueue<Func<HttpContext, CancellationToken, Task>> Script { get; } = new();

    /// <summary>What comes when the script is at its end.</summary>
    public Func<HttpContext, CancellationToken, Task> Otherwise { get; set; } = Say(202, messageId: "14c5d75ce93.dfd.64b469");

    public IReadOnlyList<Received> Requests => [.. _received];

    public string Url => _app.Urls.Single();

    public static async Task<StubSendGrid> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var stub = new StubSendGrid(builder.Build());
        await stub._app.StartAsync();
        return stub;
    }

    public static Func<HttpContext, CancellationToken, Task> Say(
        int status, string body = "", string? messageId = null, params (string Name, string Value)[] headers) => async (context, _) =>
    {
        context.Response.StatusCode = status;
        if (messageId is not null) context.Response.Headers["X-Message-Id"] = messageId;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        if (body.Length > 0) await context.Response.WriteAsync(body, CancellationToken.None);
    };

    /// <summary>Reads all and says nothing until the test is over.</summary>
    public static Task Hang(HttpContext context, CancellationToken end) => new TaskCompletionSource().Task.WaitAsync(end);

    /// <summary>Reads all and then cuts the connection.</summary>
    public static Task Reset(HttpContext context, CancellationToken end)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _app.DisposeAsync();
        _end.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _received.Enqueue(new(
            context.Request.Method, context.Request.Path, context.Request.Headers.Authorization.ToString(), context.Request.ContentType,
            await reader.ReadToEndAsync(CancellationToken.None)));
        await (Script.TryDequeue(out var next) ? next : Otherwise)(context, _end.Token);
    }

    internal sealed record Received(string Method, string Path, string Authorization, string? ContentType, string Body);
}
