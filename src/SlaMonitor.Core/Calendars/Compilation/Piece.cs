namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// An open stretch of one UTC day, in seconds from that day's start, in eight bytes. Every window opens and closes on a whole second.
/// </summary>
internal readonly record struct Piece
{
    private const int Bits = 20;
    private const ulong Mask = (1 << Bits) - 1;

    private readonly ulong _packed;

    /// <param name="start">Where it opens.</param>
    /// <param name="end">Where it closes, at most the day's end.</param>
    /// <param name="openBefore">Open seconds of the same day before it.</param>
    public Piece(int start, int end, int openBefore) => _packed = ((ulong)(uint)start << (2 * Bits)) | ((ulong)(uint)end << Bits) | (uint)openBefore;

    public int Start => unchecked((int)(_packed >> (2 * Bits)));

    public int End => unchecked((int)((_packed >> Bits) & Mask));

    public int OpenBefore => unchecked((int)(_packed & Mask));

    public int Length => End - Start;

    /// <summary>Whole open seconds of the piece before a second: none before its start, all after its end. Shifts of the sign stand in for branches.</summary>
    public int OpenUntil(int second)
    {
        unchecked
        {
            var (sinceStart, sinceEnd) = (second - Start, second - End);
            return (sinceStart & ~(sinceStart >> 31)) - (sinceEnd & ~(sinceEnd >> 31));
        }
    }

    /// <summary>All bits if the second is open, none if it is not.</summary>
    public int OpenMask(int second) => unchecked(~((second - Start) >> 31) & ((second - End) >> 31));

    /// <summary>Finds pieces by when they open.</summary>
    public readonly struct ByStart : IAscending<Piece>
    {
        public static long KeyOf(in Piece piece) => piece.Start;

        public static int StepFrom(in Piece piece) => 1;
    }

    /// <summary>Finds pieces by the open seconds before them.</summary>
    public readonly struct ByOpenTime : IAscending<Piece>
    {
        public static long KeyOf(in Piece piece) => piece.OpenBefore;

        public static int StepFrom(in Piece piece) => 1;
    }
}
