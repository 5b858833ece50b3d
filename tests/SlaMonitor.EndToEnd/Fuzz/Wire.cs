using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>
/// A connection on which inputs go out as they are, one after the other. It is opened anew when the other side has closed it.
/// </summary>
internal sealed class Wire(Uri address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private TcpClient? _client;
    private StreamReader? _reader;

    /// <summary>Sends an input and waits for its answer.</summary>
    public async Task<WireAnswer> SendAsync(FuzzInput input)
    {
        var isFresh = _client is null;
        var answer = await AnswerAsync(input);
        // A connection that idled may have been closed in the same moment: then the input was never seen.
        if (answer.Status is null && !isFresh && !input.IsBroken && answer.Took < Patience) answer = await AnswerAsync(input);

        if (input.IsBroken) Close();
        return answer;
    }

    public void Dispose() => Close();

    private async Task<WireAnswer> AnswerAsync(FuzzInput input)
    {
        var from = Stopwatch.GetTimestamp();
        var status = await StatusAsync(input);
        return new WireAnswer(status, from, Stopwatch.GetTimestamp());
    }

    private async Task<int?> StatusAsync(FuzzInput input)
    {
        try
        {
            return await TalkAsync(input).WaitAsync(Patience, RealTime.Provider);
        }
        catch (Exception e) when (e is IOException or SocketException or TimeoutException or FormatException)
        {
            Close();
            return null;
        }
    }

    private async Task<int?> TalkAsync(FuzzInput input)
    {
        if (_client is null)
        {
            _client = new TcpClient { NoDelay = true };
            await _client.ConnectAsync(address.Host, address.Port);
            // Latin-1 makes a character of each byte, so that bodies can be counted.
            _reader = new StreamReader(_client.GetStream(), Encoding.Latin1);
        }

        var (client, reader) = (_client, _reader!);
        try
        {
            await client.GetStream().WriteAsync(input.Bytes);
            if (input.IsBroken) client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (IOException)
        {
            // It was refused before all of it was sent: the answer may be there already.
        }

        int? status;
        do status = await StatusAsync(reader, input.WantsBody);
        while (status is < 200);
        return status;
    }

    private async Task<int?> StatusAsync(StreamReader reader, bool wantsBody)
    {
        if (await reader.ReadLineAsync() is not { } first)
        {
            Close();
            return null;
        }

        var status = int.Parse(first.Split(' ')[1], CultureInfo.InvariantCulture);
        var (length, isChunked, closes) = (0, false, false);
        while (await reader.ReadLineAsync() is { Length: > 0 } header)
        {
            var (name, value) = (header.Split(':')[0], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            if (Is("Content-Length")) length = int.Parse(value, CultureInfo.InvariantCulture);
            if (Is("Transfer-Encoding")) isChunked = true;
            if (Is("Connection")) closes = value == "close";

            bool Is(string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
        }

        if (wantsBody) await (isChunked ? SkipChunksAsync(reader) : SkipAsync(reader, length));
        if (closes) Close();
        return status;
    }

    private static async Task SkipChunksAsync(StreamReader reader)
    {
        int length;
        do
        {
            length = int.Parse(await reader.ReadLineAsync() ?? "", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await SkipAsync(reader, length);
            await reader.ReadLineAsync();
        }
        while (length > 0);
    }

    private static async Task SkipAsync(StreamReader reader, int length)
    {
        var buffer = new char[4096];
        for (var left = length; left > 0;)
        {
            var read = await reader.ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)));
            if (read == 0) throw new IOException("The answer was cut.");
            left -= read;
        }
    }

    private void Close()
    {
        _reader?.Dispose();
        _client?.Dispose();
        (_client, _reader) = (null, null);
    }
}
