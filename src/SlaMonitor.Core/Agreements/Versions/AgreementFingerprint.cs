using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Core.Agreements.Versions;

/// <summary>Makes fingerprints: the same on every machine and in every version of .NET.</summary>
public static class AgreementFingerprint
{
    /// <summary>16 digits: long enough that no two states of the agreements meet, short enough to be compared by eye.</summary>
    private const int Bytes = 8;

    /// <summary>The fingerprint of texts in their order. Each goes in with its length, so that no two lists look the same.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }
}
