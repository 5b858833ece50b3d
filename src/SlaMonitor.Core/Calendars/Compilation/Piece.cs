using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// An open stretch of one UTC day, in ticks from that day's start. It opens and closes on whole seconds, as all windows and zones do, and
/// so fits into eight bytes.
/// </summary>
internal readonly record struct Piece
{
    private const int Bits = 20;
    private const ulong Mask = (1 << Bits) - 1;
    private const long TicksPerSecond = NodaConstants.TicksPerSecond;

    private readonly ulong _packed;

    /// <param name="start">Where it opens, in ticks.</param>
    /// <param name="end">Where it closes, at most the day's end.</param>
    /// <param name="openBefore">Open ticks of the same day before it.</param>
    public Piece(long start, long end, long openBefore) =>
        _packed = (Seconds(start) << (2 * Bits)) | (Seconds(end) << Bits) | Seconds(openBefore);

    public long Start => Ticks(_packed >> (2 * Bits));

    public long End => Ticks((_packed >> Bits) & Mask);

    public long OpenBefore => Ticks(_packed & Mask);

    public long Length => End - Start;

    /// <summary>
    /// Open ticks of the piece before a time: none before its start, all after its end. Shifts of the sign stand in for branches.
    /// </summary>
    public long OpenUntil(long time)
    {
        unchecked
        {
            var (sinceStart, sinceEnd) = (time - Start, time - End);
            return (sinceStart & ~(sinceStart >> 63)) - (sinceEnd & ~(sinceEnd >> 63));
        }
    }

    public bool Contains(long time) => time >= Start && time < End;

    private static ulong Seconds(long ticks) => (ulong)(ticks / TicksPerSecond);

    private static long Ticks(ulong seconds) => unchecked((long)seconds * TicksPerSecond);

    /// <summary>Finds pieces by when they open.</summary>
    public readonly struct ByStart : IAscending<Piece>
    {
        public static long KeyOf(in Piece piece) => piece.Start;

        public static int StepFrom(in Piece piece) => 1;
    }

    /// <summary>Finds pieces by the open time before them.</summary>
    public readonly struct ByOpenTime : IAscending<Piece>
    {
        public static long KeyOf(in Piece piece) => piece.OpenBefore;

        public static int StepFrom(in Piece piece) => 1;
    }
}
