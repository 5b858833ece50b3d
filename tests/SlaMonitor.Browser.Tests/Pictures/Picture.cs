using System.Buffers.Binary;

namespace SlaMonitor.Browser.Tests.Pictures;

/// <summary>A PNG file.</summary>
internal sealed class Picture
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // Of the header chunk, which is always the first.
    private const int WidthAt = 16;
    private const int HeightAt = 20;

    /// <summary>Takes the bytes of one.</summary>
    /// <exception cref="FormatException">They are none.</exception>
    public Picture(byte[] bytes)
    {
        if (bytes.Length < HeightAt + sizeof(int) || !bytes.AsSpan().StartsWith(Signature))
            throw new FormatException("These bytes are no PNG.");

        Bytes = bytes;
        Width = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(WidthAt));
        Height = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(HeightAt));
    }

    public byte[] Bytes { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The picture as an address, for an HTML page that brings its pictures along.</summary>
    public string DataUrl => $"data:image/png;base64,{Convert.ToBase64String(Bytes)}";
}
