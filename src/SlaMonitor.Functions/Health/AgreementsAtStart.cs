using Microsoft.Extensions.Hosting;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Health;

/// <summary>
/// Puts the agreements in force when the monitor starts, and not when they are first needed: a folder that is broken in between would leave
/// it without any.
/// </summary>
internal sealed class AgreementsAtStart(IAgreementSource agreements) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => agreements.GetTermsAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
