using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>
/// One connection that posts and waits for the answer. It knows as much of HTTP as the two servers write, and costs a fraction of
/// <see cref="HttpClient"/>: it shares the processor with what it measures.
/// </summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[16 * 1024];

    public static async Task<LoadConnection> OpenAsync(int port)
    {
        var connection = new LoadConnection();
        await connection._socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    /// <summary>Posts, and reads the answer whole.</summary>
    /// <exception cref="InvalidOperationException">The answer is not 200.</exception>
    public async ValueTask PostAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var length = 0;
        do
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(length));
            if (read == 0) throw new InvalidOperationException("The server has closed the connection.");
            length += read;
        }
        while (!IsWhole(_answer.AsSpan(0, length)));

        if (!_answer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(_answer, 0, length));
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;

        var body = answer[(head + 4)..];
        var announced = answer[..head].IndexOf("Content-Length: "u8);
        if (announced < 0) return body.EndsWith("0\r\n\r\n"u8); // chunked

        return Utf8Parser.TryParse(answer[(announced + "Content-Length: ".Length)..], out int bytes, out _) && body.Length >= bytes;
    }
}
