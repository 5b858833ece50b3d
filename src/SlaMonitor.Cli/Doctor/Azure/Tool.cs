using System.ComponentModel;
using System.Diagnostics;
using SlaMonitor.Cli.Doctor.Findings;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Doctor.Azure;

/// <summary>A program of Azure's that is run for what it prints; it never asks anything.</summary>
internal sealed class Tool(string name, string home, Surroundings surroundings)
{
    // On Windows the Azure CLI is a batch file, which is only found with its ending.
    private readonly string _program = Path.Combine(
        surroundings.Tools ?? "", name == "az" && OperatingSystem.IsWindows() ? "az.cmd" : name);

    /// <summary>Runs it.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="CheckException">It is not there, or failed.</exception>
    public async Task<string> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode == 0) return await output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        throw new CheckException($"{name} {arguments[0]}: {(await error).Trim()}", CureOf(await error, arguments));
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(_program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["AZURE_CORE_ONLY_SHOW_ERRORS"] = "true";
        start.Environment["AZURE_EXTENSION_USE_DYNAMIC_INSTALL"] = "no"; // it would ask, or change this machine
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new CheckException($"{name} is missing", $"install it: {home}");
        }
    }

    private string CureOf(string error, IReadOnlyList<string> arguments) =>
        error.Contains($"{name} login", StringComparison.Ordinal)
            ? $"{name} login"
            : $"see what it says: {name} {string.Join(' ', arguments.Select(Quoted))}";

    private static string Quoted(string argument) => argument.Any(letter => letter is ' ' or '?' or '|') ? $"\"{argument}\"" : argument;
}
