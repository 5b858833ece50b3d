using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Worker.Tests.Running;

/// <summary>SendGrid on a port of this machine: it takes every mail, or holds on to one until whoever sends it gives up.</summary>
internal sealed class StubSendGrid : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _mails = new();
    private TaskCompletionSource? _letGo;
    private TaskCompletionSource? _arrived;

    private StubSendGrid(WebApplication app)
    {
        _app = app;
        app.Run(TakeAsync);
    }

    public string Address => _app.Urls.Single();

    public IReadOnlyList<string> Mails => [.. _mails];

    public static async Task<StubSendGrid> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var sendGrid = new StubSendGrid(builder.Build());
        await sendGrid._app.StartAsync();
        return sendGrid;
    }

    /// <summary>Lets the next mail wait for its answer.</summary>
    /// <returns>Ends when the mail is there.</returns>
    public Task HoldTheNext()
    {
        _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _arrived.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _letGo?.TrySetResult();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var mail = await reader.ReadToEndAsync();
        if (Interlocked.Exchange(ref _letGo, null) is { } letGo)
        {
            _arrived!.TrySetResult();
            await letGo.Task.WaitAsync(context.RequestAborted);
        }

        _mails.Enqueue(mail);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers["X-Message-Id"] = "taken";
    }
}
