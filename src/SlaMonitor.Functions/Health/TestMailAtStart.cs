using Microsoft.Extensions.Hosting;
using SlaMonitor.Monitoring.Health.SelfTest;

namespace SlaMonitor.Functions.Health;

/// <summary>Sends the operator a test mail when the monitor starts, where that is set. Nothing waits for it.</summary>
internal sealed class TestMailAtStart(TestMails mails) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => mails.SendAtStartAsync(stoppingToken);
}
