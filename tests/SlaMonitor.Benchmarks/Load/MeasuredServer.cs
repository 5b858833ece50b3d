using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>A server as a process of its own, in a folder of its own, that tells what it has allocated and used.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Webhooks =
    [
        "--set", $"Webhooks:Connections:{LoadEvents.Connection}:Kind=standard-webhooks",
        "--set", $"Webhooks:Connections:{LoadEvents.Connection}:Secret={LoadEvents.Secret}",
    ];

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly DirectoryInfo _folder;
    private readonly bool _ownsFolder;
    private readonly Process _process;
    private readonly string _database;

    private MeasuredServer(
        string name, Func<string, int, IEnumerable<string>> arguments, string database, DirectoryInfo? folder = null)
    {
        Name = name;
        Port = FreePort();
        (_folder, _ownsFolder) = (folder ?? Directory.CreateTempSubdirectory("sla-load-"), folder is null);
        File.Delete(CountersSocket);
        _database = Path.Combine(_folder.FullName, database);
        // What it prints goes to a file, as under any service manager, and costs the load tool nothing.
        var start = new ProcessStartInfo("sh") { WorkingDirectory = _folder.FullName, UseShellExecute = false };
        foreach (var argument in (string[])
            ["-c", "exec \"$@\" >output.log 2>&1 </dev/null", "sh", "dotnet", .. arguments(_folder.FullName, Port)])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(MeasuredServer).Assembly.Location;
        start.Environment[StartupHook.SocketVariable] = CountersSocket;
        _process = Process.Start(start)!;
    }

    public string Name { get; }

    public int Port { get; }

    /// <summary>How many bytes of memory the process holds.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>About what the clock of a monitor that was started with <see cref="LoadEvents.Start"/> shows.</summary>
    public Instant Now => LoadEvents.Start + Duration.FromTimeSpan(_since.Elapsed);

    private string CountersSocket => Path.Combine(_folder.FullName, "counters");

    /// <summary>The monitor itself, as it was built, with the agreement and the settings that it has by default.</summary>
    public static Task<MeasuredServer> MonitorAsync(string program) => StartAsync(new MeasuredServer(
        "monitor",
        (_, port) => [program, "--port", $"{port}", "--data", "data", "--start", $"{LoadEvents.Start}", .. Webhooks],
        "data/monitor.db"));

    /// <summary>The monitor in a folder that stays, with a clock that stands still until it is moved.</summary>
    public static Task<MeasuredServer> StandingMonitorAsync(string program, DirectoryInfo folder, Instant start, params string[] options) =>
        StartAsync(new MeasuredServer(
            "monitor",
            (_, port) => [program, "--port", $"{port}", "--data", "data", "--start", $"{start}", "--speed", "0", .. options],
            "data/monitor.db",
            folder));

    /// <summary>What it is held against.</summary>
    public static Task<MeasuredServer> CeilingAsync() => StartAsync(new MeasuredServer(
        "ceiling",
        (folder, port) =>
            [typeof(MeasuredServer).Assembly.Location, CeilingServer.Command, $"{port}", Path.Combine(folder, "ceiling.db")],
        "ceiling.db"));

    /// <summary>
    /// What the process has allocated since it began, in bytes, and the processor time that it has used, in milliseconds.
    /// </summary>
    public async Task<(long Bytes, long Milliseconds)> CountersAsync()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(CountersSocket));
        using var reader = new StreamReader(new NetworkStream(socket));
        var counters = (await reader.ReadLineAsync())!.Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return (counters[0], counters[1]);
    }

    /// <summary>Kills the process, and counts the events that are in its file.</summary>
    public async Task<long> KillAndCountAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _database, Pooling = false }.ToString());
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM events";
        return (long)count.ExecuteScalar()!;
    }

    /// <summary>Asks the process to end, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await signal.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_ownsFolder) _folder.Delete(recursive: true);
    }

    private static async Task<MeasuredServer> StartAsync(MeasuredServer server)
    {
        try
        {
            await server.AnswersAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !_process.HasExited; await pause.WaitForNextTickAsync())
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{Port}/api/health/live"));
                return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        var said = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "output.log"), Encoding.UTF8);
        throw new InvalidOperationException($"The {Name} does not answer:\n{said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
