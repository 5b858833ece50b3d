using System.Runtime.InteropServices;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>An exclusion laid over a timeline. All in ticks.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it is over.</param>
/// <param name="OpenAtStart">Open time of the timeline before it.</param>
/// <param name="TakenBefore">How much of that the exclusions before it took.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cut(long Start, long End, long OpenAtStart, long TakenBefore)
{
    /// <summary>Open time before it that is left.</summary>
    public long LeftAtStart => OpenAtStart - TakenBefore;
}
