using System.Runtime.InteropServices;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>An open stretch of one UTC day, in ticks from that day's start.</summary>
/// <param name="Start">Where it opens.</param>
/// <param name="End">Where it closes, at most the day's end.</param>
/// <param name="OpenBefore">Open ticks of the same day before it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(long Start, long End, long OpenBefore)
{
    public long Length => End - Start;

    /// <summary>Open ticks of the piece before a time: none before its start, all after its end. Shifts of the sign stand in for branches.</summary>
    public long OpenUntil(long time)
    {
        var (sinceStart, sinceEnd) = (time - Start, time - End);
        return (sinceStart & ~(sinceStart >> 63)) - (sinceEnd & ~(sinceEnd >> 63));
    }
}
