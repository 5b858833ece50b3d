using SlaMonitor.Core.Erasing;
using SlaMonitor.Monitoring.OnCall;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Forgetting.Traces;

/// <summary>Changes of on-call rotations that somebody made, or by which they stand in.</summary>
internal sealed class ShiftTraces(ShiftAmendments amendments) : IPersonTraces
{
    public string What => "shifts";

    public async Task<ErasedTraces> EraseAsync(PersonNames person, string? after, CancellationToken cancellationToken) =>
        new(await amendments.EraseAsync(name => person.Name(name)!, cancellationToken), Next: null);
}
