using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlaMonitor.Infrastructure.Tests.Bicep;

/// <summary>
/// The CLI as a server, which foretells in half a second what a fresh process takes three for: it speaks JSON-RPC on its standard streams,
/// each message after a header with its length.
/// </summary>
public sealed class BicepServer : IAsyncLifetime
{
    private const string LengthHeader = "Content-Length: ";
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    private Process? _process;
    private int _requests;

    /// <summary>The snapshot of a parameter file, as the file of one would be.</summary>
    /// <exception cref="InvalidOperationException">Bicep refuses it; the message says why.</exception>
    public async Task<string> SnapshotAsync(string parameters)
    {
        _process ??= BicepCli.Start(["jsonrpc", "--stdio"], sendsInput: true);
        await SendAsync(new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = ++_requests,
            ["method"] = "bicep/getSnapshot",
            ["params"] = new JsonObject { ["path"] = parameters, ["metadata"] = BicepCli.Place() },
        });
        var answer = await ReceiveAsync();
        return (string?)answer["result"]?["snapshot"] ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_process is not { } process) return;

        process.StandardInput.Close(); // it ends with its input
        try
        {
            await process.WaitForExitAsync().WaitAsync(Farewell);
        }
        catch (TimeoutException)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task SendAsync(JsonObject message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message);
        var input = _process!.StandardInput.BaseStream;
        await input.WriteAsync(Encoding.ASCII.GetBytes($"{LengthHeader}{body.Length}\r\n\r\n"));
        await input.WriteAsync(body);
        await input.FlushAsync();
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        var output = _process!.StandardOutput.BaseStream;
        var length = 0;
        while (await LineAsync(output) is { Length: > 0 } header)
        {
            if (header.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header[LengthHeader.Length..], CultureInfo.InvariantCulture);
        }

        var body = new byte[length];
        await output.ReadExactlyAsync(body);
        return JsonNode.Parse(body)!;
    }

    private static async Task<string> LineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (!line.ToString().EndsWith("\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one);
            line.Append((char)one[0]);
        }

        return line.ToString().TrimEnd();
    }
}
