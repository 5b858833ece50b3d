using SlaMonitor.Infrastructure.Tests.Code;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.App;

/// <summary>A setting that nobody reads is a setting that somebody believes in.</summary>
internal sealed class SettingsAreReadByTheCode : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        snapshot.Settings.Keys
            .Where(name => !KnownSettings.IsRead(name) && !SettingsAreAllowedOnFlex.IsForbidden(name))
            .Select(name => $"nobody reads {name}");
}
