using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Azure.Tests.ServiceBus;

/// <summary>
/// The part of Service Bus that is managed by HTTP, on a port of its own: it tells how much lies in a queue, or why it does not.
/// </summary>
internal sealed class StubAdministration : IAsyncDisposable
{
    private const string Queue = """
        <entry xmlns="http://www.w3.org/2005/Atom"><id>http://127.0.0.1/notifications</id><title type="text">notifications</title>
          <published>2026-03-02T08:00:00Z</published><updated>2026-03-02T08:00:00Z</updated>
          <content type="application/xml">
            <QueueDescription xmlns="http://schemas.microsoft.com/netservices/2010/10/servicebus/connect">
              <LockDuration>PT5M</LockDuration><MaxSizeInMegabytes>1024</MaxSizeInMegabytes><MaxDeliveryCount>10</MaxDeliveryCount>
              <SizeInBytes>4711</SizeInBytes><MessageCount>10</MessageCount><Status>Active</Status>
              <CreatedAt>2026-03-02T08:00:00Z</CreatedAt>
              <UpdatedAt>2026-03-02T08:00:00Z</UpdatedAt><AccessedAt>2026-03-02T08:00:00Z</AccessedAt>
              <CountDetails xmlns:c="http://schemas.microsoft.com/netservices/2011/06/servicebus">
                <c:ActiveMessageCount>5</c:ActiveMessageCount><c:DeadLetterMessageCount>3</c:DeadLetterMessageCount>
                <c:ScheduledMessageCount>2</c:ScheduledMessageCount><c:TransferMessageCount>0</c:TransferMessageCount>
                <c:TransferDeadLetterMessageCount>0</c:TransferDeadLetterMessageCount>
              </CountDetails>
            </QueueDescription>
          </content>
        </entry>
        """;

    private readonly WebApplication _app;
    private int _requests;

    private StubAdministration(WebApplication app)
    {
        _app = app;
        app.Run(AnswerAsync);
    }

    /// <summary>The status of every answer.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    public int Requests => _requests;

    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{new Uri(_app.Urls.Single()).Port};"
        + "SharedAccessKeyName=k;SharedAccessKey=a2V5;UseDevelopmentEmulator=true";

    public static async Task<StubAdministration> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var stub = new StubAdministration(builder.Build());
        await stub._app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        context.Response.StatusCode = context.Request.Path == "/notifications" ? Status : StatusCodes.Status404NotFound;
        context.Response.ContentType = "application/atom+xml;type=entry;charset=utf-8";
        if (context.Response.StatusCode == StatusCodes.Status200OK) await context.Response.WriteAsync(Queue);
        else await context.Response.WriteAsync($"<Error><Code>{context.Response.StatusCode}</Code><Detail>As wanted.</Detail></Error>");
    }
}
