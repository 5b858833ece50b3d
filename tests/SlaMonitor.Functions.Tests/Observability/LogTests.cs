using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Observability;

/// <summary>Logs are read by more people than tickets are.</summary>
public sealed class LogTests
{
    private const string AdminKey = "marker-of-the-admin-key";

    [Fact]
    public async Task Logs_AtTheirMostTalkative_HoldNoSecretAndNothingThatACustomerWrote()
    {
        await using var monitor = await TestMonitor.StartAsync(
            services => services.AddLogging(
                logging => logging.ClearProviders().AddFakeLogging().SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace)),
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["FunctionKey"] = "marker-of-the-function-key",
                ["AdminKey"] = AdminKey,
                ["Mail__Smtp__UserName"] = "sla",
                ["Mail__Smtp__Password"] = "marker-of-the-password",
            });
        monitor.Http.DefaultRequestHeaders.Add("x-functions-key", AdminKey);
        using var taken = await monitor.PostAsync(
            "application/cloudevents+json",
            """
            {"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1",
             "data":{"title":"marker-of-the-title","customer":"marker-of-the-customer","body":"marker-of-the-body",
                     "priority":"urgent","assignee":"anna@example.com"}}
            """);
        using var refused = await monitor.PostAsync(
            "application/cloudevents+json",
            """{"specversion":"1.0","type":"ticket.updated","source":"/h","id":"2","subject":"HD-1","data":"""
            + """{"title":7,"category":"marker-of-the-category","rating":"marker-x"}}""");
        await monitor.AdvanceToAsync("2026-03-03T09:00:00+01:00");

        var logs = monitor.Get<FakeLogCollector>().GetSnapshot();
        Assert.Contains(logs, log => log.Id.Name == "MailFiled");
        Assert.Contains(logs, log => log.Id.Name == "EventsStored");
        Assert.DoesNotContain(logs, log =>
            $"{log.Message} {log.Exception} {string.Join(' ', log.StructuredState ?? [])}".Contains("marker", StringComparison.Ordinal));
    }
}
