using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SlaMonitor.StoreContracts.Emulator;

/// <summary>
/// Table storage on this machine: Azurite as a process of its own, on a free port, in a temporary folder that is gone when it is stopped.
/// It serves a thousand accounts, so that every test has tables of its own under the tables' real names.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private const int Accounts = 1_000;
    private const string Key = "a2V5";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _folder;
    private readonly Uri _address;
    private int _used;

    private Azurite(Process process, string folder, Uri address)
    {
        _process = process;
        _folder = folder;
        _address = address;
    }

    /// <summary>Why a test that needs it is skipped; <c>null</c> where it is installed.</summary>
    public static string? Missing { get; } =
        FindScript() is null ? "Azurite is not installed: tests/run.sh installs it into tests/.tools, and needs npm for that." : null;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<Azurite> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sla-azurite-").FullName;
        var port = FreePort.Find();
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            FindScript()!, "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--location", folder,
            "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(n => $"{AccountName(n)}:{Key}"));

        var azurite = new Azurite(Process.Start(start)!, folder, new Uri($"http://127.0.0.1:{port}"));
        await azurite.WaitUntilItListensAsync();
        return azurite;
    }

    /// <summary>The connection string of an account that nobody has used yet.</summary>
    public string NewAccount()
    {
        var number = Interlocked.Increment(ref _used) - 1;
        if (number >= Accounts) throw new InvalidOperationException($"All {Accounts} accounts of this emulator are used.");

        var account = AccountName(number);
        return $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};TableEndpoint={_address}{account};";
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // It says so itself: whoever answers at its port could be somebody else.
    private async Task WaitUntilItListensAsync()
    {
        var said = new StringBuilder();
        var listens = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(listens.Task, ended).WaitAsync(Patience) == ended)
            throw new InvalidOperationException($"Azurite ended before it listened:\n{said}");

        void Hear(object sender, DataReceivedEventArgs line)
        {
            lock (said) said.AppendLine(line.Data);
            if (line.Data?.Contains("successfully started", StringComparison.Ordinal) is true) listens.TrySetResult(true);
        }
    }

    private static string AccountName(int number) => "acc" + number.ToString("000", CultureInfo.InvariantCulture);

    private static string? FindScript()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "tests", ".tools", "node_modules", "azurite", "dist", "src", "table", "main.js");
            if (File.Exists(script)) return script;
        }

        return null;
    }
}
