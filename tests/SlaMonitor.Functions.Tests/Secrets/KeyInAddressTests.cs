using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Functions.Tests.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Secrets;

/// <summary>A key may stand in the address, as helpdesks that cannot send a header need it. It is in no log, and in no span.</summary>
[Collection(Alone.Name)]
public sealed class KeyInAddressTests
{
    private const string FunctionKey = "marker-of-the-function-key";
    private const string RequestLog = "Microsoft.AspNetCore.Hosting.Diagnostics";
    private const string AdminKey = "marker-of-the-admin-key";

    [Fact]
    public async Task KeyInAddress_LogsAtTheirMostTalkativeAndSpans_HoldItNowhere()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var collector = await Collector.StartAsync();
        await using var monitor = await TestMonitor.StartAsync(
            services =>
            {
                services.AddLogging(logging => logging.AddFakeLogging().SetMinimumLevel(LogLevel.Trace)
                    .AddFilter(null, LogLevel.Trace)
                    .AddFilter("Microsoft", LogLevel.Trace)
                    .AddFilter(RequestLog, LogLevel.Trace));
                services.Replace(ServiceDescriptor.Singleton<IDeadLetters, Failing>());
            },
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["FunctionKey"] = FunctionKey,
                ["AdminKey"] = AdminKey,
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = "true",
            });

        Assert.Equal(HttpStatusCode.OK, await PostEventAsync(monitor, $"/api/events?code={FunctionKey}"));
        Assert.Equal(HttpStatusCode.OK, await PostEventAsync(monitor, $"/api/events?a=b&CODE={FunctionKey}&c=d"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(monitor, $"/api/tickets/HD-1?co%64e={FunctionKey}"));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(monitor, $"/api/tickets/HD-2?code={FunctionKey}"));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(monitor, $"/nothing/here?code={FunctionKey}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(monitor, $"/api/tickets/HD-1?code={FunctionKey}-mistyped"));
        Assert.Equal(HttpStatusCode.InternalServerError, await GetAsync(monitor, $"/api/dead-letters?code={AdminKey}"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(monitor, $"/admin/clock?code={AdminKey}"));
        await SendWhatIsNoRequestAsync(monitor, $"GET /api/health?code={AdminKey} x y HTTP/1.1\r\nHost: localhost\r\n\r\n");
        monitor.Get<TracerProvider>().ForceFlush();
        monitor.Get<LoggerProvider>().ForceFlush();

        var logs = monitor.Get<FakeLogCollector>().GetSnapshot();
        Assert.Contains(logs, log => log.Id.Name == "EventsStored");
        Assert.Contains(logs, log => log.Id.Name == "HttpFunctionFailed");
        Assert.Contains(logs, log => log.Category == RequestLog && log.Message.Contains("a=b&c=d", StringComparison.Ordinal));
        Assert.DoesNotContain(logs, log => HasKey($"{log.Message} {log.Exception} {string.Join(' ', log.StructuredState ?? [])}"));
        Assert.Contains(spans, span => span.Source.Name == "Microsoft.AspNetCore");
        Assert.DoesNotContain(spans, span => HasKey(TextOf(span)));
        Assert.Contains("ingest events", collector.At("/v1/traces"), StringComparison.Ordinal);
        Assert.False(HasKey(collector.At("/v1/traces") + collector.At("/v1/logs")));
    }

    private static bool HasKey(string text) => text.Contains("marker-of", StringComparison.Ordinal);

    private static string TextOf(Activity span) => string.Join(
        ' ',
        [
            span.DisplayName,
            .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            .. span.Events.SelectMany(e => e.Tags.Select(tag => $"{tag.Key}={tag.Value}")),
        ]);

    private static async Task<HttpStatusCode> PostEventAsync(TestMonitor monitor, string address)
    {
        using var content = new StringContent(
            """{"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1"}""", Encoding.UTF8,
            "application/cloudevents+json");
        using var answer = await monitor.Http.PostAsync(address, content);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> GetAsync(TestMonitor monitor, string address)
    {
        using var answer = await monitor.Http.GetAsync(address);
        return answer.StatusCode;
    }

    private static async Task SendWhatIsNoRequestAsync(TestMonitor monitor, string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, monitor.Http.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        using var reader = new StreamReader(stream);
        Assert.Contains("400", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    /// <summary>A mistake of ours, which is logged with all that it says.</summary>
    private sealed class Failing : IDeadLetters
    {
        public Task<IReadOnlyList<DeadLetter>> ListAsync(long from, int most, CancellationToken cancellationToken) =>
            throw new FormatException("A mistake.");

        public Task<bool> ResendAsync(long sequence, Func<string, string> renew, CancellationToken cancellationToken) =>
            throw new FormatException("A mistake.");

        public Task<int> ResendAllAsync(Func<string, string> renew, CancellationToken cancellationToken) =>
            throw new FormatException("A mistake.");

        public Task<bool> DropAsync(long sequence, CancellationToken cancellationToken) => throw new FormatException("A mistake.");
    }
}
