using System.Buffers.Binary;

namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>Lines with the numbers that they had in the file they are from, as the parts of it keep them.</summary>
internal static class NumberedLines
{
    /// <summary>The bytes before each line: its number and its length.</summary>
    public const int HeadSize = 2 * sizeof(int);

    public static void WriteHead(Span<byte> head, int number, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(head, number);
        BinaryPrimitives.WriteInt32LittleEndian(head[sizeof(int)..], length);
    }

    /// <summary>The lines of a part, each with where it begins there. Each is valid until the next is asked for.</summary>
    public static IEnumerable<(int Number, long Begin, ReadOnlyMemory<byte> Line)> Read(string path)
    {
        using var file = new BufferedStream(File.OpenRead(path), 1 << 20);
        var head = new byte[HeadSize];
        var buffer = new byte[4096];
        var begin = 0L;
        while (file.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false) == HeadSize)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(sizeof(int)));
            if (buffer.Length < length) buffer = new byte[length * 2];
            file.ReadExactly(buffer, 0, length);
            begin += HeadSize;
            yield return (BinaryPrimitives.ReadInt32LittleEndian(head), begin, buffer.AsMemory(0, length));
            begin += length;
        }
    }
}
