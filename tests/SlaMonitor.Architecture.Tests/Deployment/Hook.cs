using System.Diagnostics;

namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>
/// Runs a hook as azd would, in a cloud of one test's own: <c>fake-az</c> stands on the path under the name of the Azure CLI, and a
/// folder is the Key Vault.
/// </summary>
internal sealed class Hook : IDisposable
{
    public const string Url = "https://func-1.azurewebsites.net";

    private readonly string _folder = Directory.CreateTempSubdirectory("sla-hook-").FullName;

    public Hook()
    {
        foreach (var part in new[] { "bin", "vault", "temp" }) Directory.CreateDirectory(Path.Combine(_folder, part));
        var az = Path.Combine(_folder, "bin", "az");
        File.Copy(Path.Combine(Repository.Root, "tests/SlaMonitor.Architecture.Tests/Deployment/fake-az"), az);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>The secrets in the vault, by name.</summary>
    public Dictionary<string, string> Vault =>
        Directory.EnumerateFiles(Path.Combine(_folder, "vault"))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>Every call of the Azure CLI, its arguments on a line.</summary>
    public string[] Calls => File.Exists(CallFile) ? File.ReadAllLines(CallFile) : [];

    /// <summary>What the scripts left in the folder for temporary files.</summary>
    public IEnumerable<string> LeftBehind => Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "temp"));

    /// <summary>How many more calls fail, of those that begin so.</summary>
    public (string Beginning, int Times) Fails
    {
        set => File.WriteAllText(Path.Combine(_folder, "fails"), $"{value.Times}\n{value.Beginning}\n");
    }

    private string CallFile => Path.Combine(_folder, "calls");

    /// <summary>Forgets the calls, and gives each connection of the app. It has no dead man's switch.</summary>
    public void Begin(params string[] connections)
    {
        File.Delete(CallFile);
        File.WriteAllLines(
            Path.Combine(_folder, "settings"),
            connections.Select(name =>
                $"Webhooks__Connections__{name}__Secret\t@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/"
                + $"webhook-{name.ToLowerInvariant().Replace('_', '-')})"));
    }

    /// <summary>The app refers to the address of a dead man's switch too.</summary>
    public void GiveDeadMansSwitch() => File.AppendAllText(
        Path.Combine(_folder, "settings"),
        "Health__PingUrl\t@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/ping-url)\n");

    /// <summary>Runs a script of <c>infra/hooks</c> without a terminal.</summary>
    public Task<(int Exit, string Output, string Error)> RunAsync(
        string shell, string script, params (string Name, string Value)[] environment) =>
        RunAsync(shell, script, [], environment);

    /// <summary>Runs a script of <c>infra/hooks</c> with arguments.</summary>
    public async Task<(int Exit, string Output, string Error)> RunAsync(
        string shell, string script, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(shell, [Path.Combine(Repository.Root, "infra/hooks", script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = _folder,
        };
        start.Environment.Clear();
        (string Name, string Value)[] usual =
        [
            ("PATH", $"{Path.Combine(_folder, "bin")}:/usr/local/bin:/usr/bin:/bin"), ("FAKE_AZURE", _folder),
            ("TMPDIR", Path.Combine(_folder, "temp")), ("POSTPROVISION_WAIT", "0"),
            ("KEY_VAULT_NAME", "kv-1"), ("AZURE_RESOURCE_GROUP", "rg-1"), ("SERVICE_MONITOR_NAME", "func-1"), ("MONITOR_URL", Url),
        ];
        foreach (var (name, value) in usual.Concat(environment)) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
