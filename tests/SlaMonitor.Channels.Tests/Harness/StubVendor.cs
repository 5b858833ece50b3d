using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Channels.Tests.Harness;

/// <summary>A vendor on a port of its own that does what the script says, one entry a request; then what it does otherwise.</summary>
internal sealed class StubVendor : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<Received> _received = new();

    private StubVendor(WebApplication app)
    {
        _app = app;
        app.Run(AnswerAsync);
    }

    public ConcurrentQueue<Func<HttpContext, CancellationToken, Task>> Script { get; } = new();

    public Func<HttpContext, CancellationToken, Task> Otherwise { get; set; } = Say(200, "ok");

    public IReadOnlyList<Received> Requests => [.. _received];

    public string Url => _app.Urls.Single();

    /// <summary>Completed when the next request has come.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<StubVendor> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var stub = new StubVendor(builder.Build());
        await stub._app.StartAsync();
        return stub;
    }

    public static Func<HttpContext, CancellationToken, Task> Say(
        int status, string body = "", params (string Name, string Value)[] headers) => async (context, _) =>
    {
        context.Response.StatusCode = status;
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

    /// <summary>Promises a long answer and breaks off in it.</summary>
    public static async Task Truncate(HttpContext context, CancellationToken end)
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("{\"status\":\"succ", end);
        await context.Response.Body.FlushAsync(end);
        context.Abort();
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
        _received.Enqueue(new Received(
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(CancellationToken.None)));
        Asked.TrySetResult();
        await (Script.TryDequeue(out var next) ? next : Otherwise)(context, _end.Token);
    }
}
