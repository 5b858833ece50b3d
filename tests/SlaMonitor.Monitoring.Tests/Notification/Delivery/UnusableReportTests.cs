using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Notification.Delivery;

public sealed class UnusableReportTests
{
    [Theory]
    [InlineData("\0")]
    [InlineData("a\0b")]
    public async Task Accept_IdThatNoMailOfOursHas_IsSaidAndHoldsUpNoOther(string id)
    {
        var logger = new FakeLogger<DeliveryReports>();
        using var place = new Workplace(configure: services => services.AddSingleton<ILogger<DeliveryReports>>(logger));

        await place.Get<IDeliveryReports>().AcceptAsync([Report(id), Report("not-ours")], default);

        Assert.Equal(["UnusableReport"], logger.Collector.GetSnapshot().Select(log => log.Id.Name));
        Assert.Equal(2, place.Get<UnmatchedReports>().Read()["mails.unmatchedReports"]); // both were looked for
    }

    private static DeliveryReport Report(string id) => new(
        id, null, "anna@example.com", DeliveryKind.Bounced, "550 no such user", Instant.FromUtc(2026, 3, 2, 9, 0), "event-1");
}
