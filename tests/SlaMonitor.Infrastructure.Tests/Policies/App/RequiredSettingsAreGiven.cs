using SlaMonitor.Infrastructure.Tests.Code;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.App;

/// <summary>What the code needs under Azure, and has no default for, is set.</summary>
internal sealed class RequiredSettingsAreGiven : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        KnownSettings.Required(snapshot.Settings.Keys)
            .Where(name => string.IsNullOrEmpty(snapshot.Settings.GetValueOrDefault(name)))
            .Select(name => $"{name} is not set");
}
