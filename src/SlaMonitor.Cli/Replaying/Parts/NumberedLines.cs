using System.Buffers.Binary;

namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>
/// Lines with the numbers that they had in the file they are from, as the parts of it keep them; each with a number that all lines of a
/// ticket share.
/// </summary>
internal static class NumberedLines
{
    /// <summary>The bytes before each line: its number, its length, and that of its ticket.</summary>
    public const int HeadSize = 3 * sizeof(int);

    public static void WriteHead(Span<byte> head, int number, int length, int ticket)
    {
        BinaryPrimitives.WriteInt32LittleEndian(head, number);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], length);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], ticket);
    }

    /// <summary>Where the lines of a part are, in order, and which ticket each is of.</summary>
    /// <param name="part">The whole part.</param>
    public static IReadOnlyList<(LinePlace Place, int Ticket)> Find(byte[] part)
    {
        var lines = new List<(LinePlace Place, int Ticket)>();
        for (var begin = 0; begin < part.Length;)
        {
            var head = part.AsSpan(begin, HeadSize);
            var place = new LinePlace(
                BinaryPrimitives.ReadInt32LittleEndian(head), begin + HeadSize, BinaryPrimitives.ReadInt32LittleEndian(head[4..]));
            lines.Add((place, BinaryPrimitives.ReadInt32LittleEndian(head[8..])));
            begin = place.Begin + place.Length;
        }

        return lines;
    }
}
