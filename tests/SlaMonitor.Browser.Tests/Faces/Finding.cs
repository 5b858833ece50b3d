using SlaMonitor.Browser.Tests.Checks;
using SlaMonitor.Browser.Tests.Chromium;

namespace SlaMonitor.Browser.Tests.Faces;

/// <summary>Something that is wrong with a face on a screen.</summary>
internal sealed record Finding(Check Check, Face Face, Screen Screen, string Wrong)
{
    /// <inheritdoc />
    public override string ToString() => $"{Face}, {Screen}: {Wrong}";
}
