using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace SlaMonitor.Infrastructure.Tests.Bicep;

/// <summary>The Bicep CLI out of its NuGet package. Nothing of what it does here needs a network.</summary>
internal static class BicepCli
{
    // Made up, as all ids of the snapshots are; without them, Bicep would leave names unresolved. snapshot.sh has the same.
    private const string Location = "westeurope";
    private const string Subscription = "00000000-0000-0000-0000-000000000001";
    private const string Tenant = "00000000-0000-0000-0000-000000000009";

    private static readonly string Path =
        typeof(BicepCli).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == nameof(BicepCli)).Value
        ?? string.Empty;

    /// <summary>Passes over a test where there is no CLI, and says so.</summary>
    public static void SkipWithout() =>
        Skip.IfNot(
            File.Exists(Path),
            "The Bicep CLI is not here: its NuGet package is for Linux on x64, and is left out by -p:WithoutBicep=true.");

    /// <summary>Where the snapshots are of, as the server wants to be told.</summary>
    public static JsonObject Place() => new() { ["location"] = Location, ["subscriptionId"] = Subscription, ["tenantId"] = Tenant };

    /// <summary>
    /// What a parameter file would make, written beside it as <c>….snapshot.json</c>, or held against what is written there.
    /// </summary>
    public static Task<BicepRun> SnapshotAsync(string parameters, string mode) =>
        RunAsync(
            ["snapshot", parameters, "--mode", mode, "--location", Location, "--subscription-id", Subscription, "--tenant-id", Tenant]);

    /// <summary>Runs it to its end.</summary>
    public static async Task<BicepRun> RunAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(arguments, sendsInput: false, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new BicepRun(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it.</summary>
    public static Process Start(IEnumerable<string> arguments, bool sendsInput, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = sendsInput,
            RedirectStandardOutput = true,
            RedirectStandardError = !sendsInput,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
