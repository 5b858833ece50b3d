using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Harness;

/// <summary>The program itself, as a process of its own on a free port of this machine.</summary>
public sealed class MonitorProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output;

    private MonitorProcess(Process process, StringBuilder output, Uri address)
    {
        _process = process;
        _output = output;
        Http = new HttpClient { BaseAddress = address, Timeout = Patience };
    }

    public HttpClient Http { get; }

    /// <summary>What the program has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Whether the process has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>How many bytes of memory it holds.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the program and waits until it answers.</summary>
    public static async Task<MonitorProcess> StartAsync(MonitorFolder place, params string[] options)
    {
        var monitor = Launch(place, options);
        try
        {
            if (!await monitor.AnswersAsync()) Assert.Fail($"The program ended with {monitor._process.ExitCode}:\n{monitor.Output}");
            return monitor;
        }
        catch
        {
            await monitor.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the program and does not wait.</summary>
    public static MonitorProcess Launch(MonitorFolder place, params string[] options)
    {
        var port = FreePort.Find();
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = place.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])
        [
            Path.Combine(AppContext.BaseDirectory, "SlaMonitor.Functions.dll"),
            "--port",
            $"{port}",
            .. options,
        ])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in place.Settings) start.Environment[name] = value;

        var output = new StringBuilder();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        return new MonitorProcess(process, output, new Uri($"http://127.0.0.1:{port}"));

        void Keep(string? line)
        {
            lock (output) output.AppendLine(line);
        }
    }

    /// <summary>Waits until the program answers.</summary>
    /// <returns>False where it has ended.</returns>
    public async Task<bool> AnswersAsync()
    {
        for (var waited = Stopwatch.StartNew(); !HasEnded;)
        {
            if (waited.Elapsed > Patience) Assert.Fail($"The program does not answer:\n{Output}");

            try
            {
                using var answer = await Http.GetAsync("/api/health/live");
                if (answer.IsSuccessStatusCode) return true;
            }
            catch (Exception e) when (e is HttpRequestException or SocketException)
            {
                // Not listening yet, or not any more.
            }

            await RealTime.WaitAsync(TimeSpan.FromMilliseconds(50));
        }

        return false;
    }

    /// <summary>Moves the program's clock, and waits until what is due by then has been done and the queue is empty.</summary>
    public async Task MoveClockAsync(Instant to)
    {
        using var answer = await Http.PostAsync($"/admin/clock?to={Uri.EscapeDataString(to.ToString())}&drain=true", null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Posts one CloudEvent in structured mode.</summary>
    public Task<HttpResponseMessage> PostEventAsync(string json) => PostAsync("application/cloudevents+json", json);

    public Task<HttpResponseMessage> PostAsync(string contentType, string body)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new(contentType);
        return Http.PostAsync("/api/events", content);
    }

    public async Task<JsonNode> TicketAsync(string id) =>
        (await Http.GetFromJsonAsync<JsonNode>($"/api/tickets/{Uri.EscapeDataString(id)}"))!;

    /// <summary>SIGKILL: no warning, no farewell.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until the program has said something.</summary>
    public async Task SaysAsync(string text)
    {
        for (var waited = Stopwatch.StartNew(); !Output.Contains(text, StringComparison.Ordinal);)
        {
            if (HasEnded || waited.Elapsed > Patience) Assert.Fail($"The program does not say '{text}':\n{Output}");
            await RealTime.WaitAsync(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>SIGTERM, as every supervisor sends it; or another signal.</summary>
    public async Task<int> StopAsync(string signal = "-TERM")
    {
        using (Process.Start("kill", [signal, $"{_process.Id}"])) await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }
}
