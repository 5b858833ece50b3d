using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace SlaMonitor.Local.Tests.Hosting.Child;

/// <summary>This assembly as a process of its own: the host as people start it.</summary>
internal sealed partial class ChildHost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildHost(TempFolder folder, string[] args, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly.GetExecutingAssembly().Location, .. args])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => _output.ToString();

    public string Errors => _errors.ToString().Trim();

    public HttpClient Http { get; } = new() { Timeout = Patience };

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ChildHost> StartAsync(TempFolder folder, string[] args, params (string Name, string Value)[] environment)
    {
        var host = new ChildHost(folder, ["--port", "0", .. args], environment);
        var exited = host._process.WaitForExitAsync();
        if (await Task.WhenAny(host._listening.Task, exited).WaitAsync(Patience) == exited)
            Assert.Fail($"The child ended: {host.Errors} {host.Output}");
        host.Http.BaseAddress = new Uri(Address().Match(host.Output).Value);
        return host;
    }

    /// <summary>Starts one that does not come to listen.</summary>
    public static ChildHost Launch(TempFolder folder, params string[] args) => new(folder, ["--port", "0", .. args], []);

    /// <summary>Starts one that is to end by itself.</summary>
    /// <returns>Its exit code and what it said.</returns>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        TempFolder folder, string[] args, params (string Name, string Value)[] environment)
    {
        using var host = new ChildHost(folder, args, environment);
        var exitCode = await host.WaitForExitAsync();
        return (exitCode, host.Output.Trim(), host.Errors);
    }

    /// <summary>SIGKILL: no handler of the child's runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await WaitForExitAsync();
    }

    public void Terminate(string signal = "-TERM")
    {
        using var kill = Process.Start("kill", [signal, $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>
    /// Asks it to end before it is killed: what counts the lines that it ran writes them at its end, and a count that is cut off costs that
    /// of all the others.
    /// </summary>
    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            Terminate();
            if (!_process.WaitForExit(Patience))
                _process.Kill();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    private void Read(string? line)
    {
        _output.AppendLine(line);
        if (line?.StartsWith("Listening.", StringComparison.Ordinal) == true)
            _listening.TrySetResult();
    }
}
