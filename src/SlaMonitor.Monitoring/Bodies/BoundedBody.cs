using System.Buffers;

namespace SlaMonitor.Monitoring.Bodies;

/// <summary>Reads what others send whole, and never more of it than is allowed.</summary>
public static class BoundedBody
{
    /// <summary>The most bytes of a request: 1 MiB. A platform's own limit is a hundred times that.</summary>
    public const int LongestRequest = 1024 * 1024;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="source">What is sent.</param>
    /// <param name="most">How many bytes are allowed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="announced">How many bytes the sender says there are, where it says so; too many are refused unread.</param>
    /// <returns>What was sent, to be read from its beginning; <c>null</c> where it is more than allowed.</returns>
    public static async Task<MemoryStream?> ReadAsync(
        Stream source, int most, CancellationToken cancellationToken, long? announced = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (announced > most) return null;

        var body = new MemoryStream((int)(announced ?? 0));
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (await source.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                if (body.Length + read > most) return null;
                body.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        body.Position = 0;
        return body;
    }
}
