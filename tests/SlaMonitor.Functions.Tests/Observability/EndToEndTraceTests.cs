using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Moq;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Observability;

/// <summary>Through the whole program: HTTP, store, timer, queue, mail.</summary>
[Collection(Alone.Name)]
public sealed class EndToEndTraceTests
{
    private const string Sender = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task TraceOfTheRequest_ReachesTheMail()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Telemetry.Name or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var monitor = await TestMonitor.StartAsync();
        using var content = new StringContent(
            """{"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1","data":"""
            + """{"priority":"urgent","assignee":"anna@example.com"}}""",
            Encoding.UTF8, "application/cloudevents+json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events") { Content = content };
        request.Headers.Add("traceparent", $"00-{Sender}-b7ad6b7169203331-01");
        using var answer = await monitor.Http.SendAsync(request);
        await monitor.AdvanceToAsync("2026-03-03T09:00:00+01:00");

        var spans = ended.Where(span => span.TraceId.ToHexString() == Sender).Select(span => span.OperationName).ToList();
        Assert.Contains(Telemetry.IngestSpan, spans);
        Assert.Contains(Telemetry.FireSpan, spans);
        Assert.Contains(Telemetry.NotifySpan, spans);
        Assert.Contains(Telemetry.SendSpan, spans);
    }

    [Fact]
    public async Task RefusedMail_IsADeadLetter_CountedOnce_WithItsReason()
    {
        var mailer = new Mock<IMailer>();
        mailer.Setup(m => m.SendAsync(It.IsAny<Mail>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SendOutcome.Refused("550 no such user"));
        await using var monitor = await TestMonitor.StartAsync(services => services.AddSingleton(mailer.Object));
        using var letters = new MetricCollector<long>(monitor.Get<IMeterFactory>(), Telemetry.Name, "slamonitor.dead_letters");
        using var answer = await monitor.PostAsync(
            "application/cloudevents+json",
            """{"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1","data":"""
            + """{"priority":"urgent","assignee":"anna@example.com"}}""");
        await monitor.AdvanceToAsync("2026-03-03T09:00:00+01:00");

        using var health = await monitor.Http.GetAsync("/api/health");
        var dead = (int)(await health.JsonAsync())["queue"]!["deadLettered"]!;
        Assert.NotEqual(0, dead);
        Assert.Equal(
            dead,
            letters.GetMeasurementSnapshot()
                .Where(m => m.Tags["slamonitor.reason"] is "MailRefused" or "NobodyReached")
                .Sum(m => m.Value));
    }
}
