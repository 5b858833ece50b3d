using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Notification.Acknowledging;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>The door behind the link by which a report is approved: scanners open it before people do.</summary>
public sealed class ReportApprovalDoorTests : IAsyncLifetime
{
    private TestMonitor _monitor = null!;

    public async Task InitializeAsync() => _monitor = await TestMonitor.StartAsync();

    public async Task DisposeAsync() => await _monitor.DisposeAsync();

    [Theory]
    [InlineData("GET", "/api/approve-report/forged", 404)]
    [InlineData("POST", "/api/approve-report/forged", 404)]
    [InlineData("GET", null, 410)] // the shipped agreement asks nobody for an approval
    [InlineData("POST", null, 410)]
    public async Task Link_ThatIsGoodForNothing_IsAPageThatRunsNothingAndIsKeptNowhere(string method, string? address, int status)
    {
        var now = Instant.FromUtc(2026, 3, 2, 8, 0);
        var link = _monitor.Get<AcknowledgeLinks>().ForReport("standard-support", "2026-02", "lead@example.com", now);
        using var request = new HttpRequestMessage(new HttpMethod(method), address ?? link.AbsolutePath);

        using var answer = await _monitor.Http.SendAsync(request);

        Assert.Equal((status, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<form", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }
}
