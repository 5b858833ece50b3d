using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Hosting;

/// <summary>Warns at the start of settings that nobody reads: one under a misspelt name changes nothing, and nobody would notice.</summary>
internal sealed class SettingsCheck(IConfiguration configuration, ILogger<SettingsCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var complaint in KnownSettings.OfProgram().Complaints(configuration)) logger.UnknownSetting(complaint);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
