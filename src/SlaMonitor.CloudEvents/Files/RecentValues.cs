namespace SlaMonitor.CloudEvents.Files;

/// <summary>
/// What bytes meant that were read lately: a history says the same few things again and again. Of two that fall into one place the later
/// one stays. Not for several threads.
/// </summary>
/// <typeparam name="T">What they mean.</typeparam>
/// <param name="bits">How many places there are, as a power of two.</param>
internal sealed class RecentValues<T>(int bits)
    where T : class
{
    /// <summary>Longer ones seldom come again.</summary>
    private const int Longest = 512;

    private readonly (byte[]? Bytes, T? Value)[] _places = new (byte[]?, T?)[1 << bits];

    /// <summary>What the bytes mean; <c>null</c> where that is not known.</summary>
    public T? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest) return null;

        ref var place = ref _places[PlaceOf(bytes)];
        return place.Bytes is { } known && bytes.SequenceEqual(known) ? place.Value : null;
    }

    /// <summary>Keeps what bytes mean.</summary>
    public void Keep(ReadOnlySpan<byte> bytes, T value)
    {
        if (bytes.Length <= Longest) _places[PlaceOf(bytes)] = (bytes.ToArray(), value);
    }

    private int PlaceOf(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode() & ((1 << bits) - 1);
    }
}
