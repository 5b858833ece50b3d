using System.Diagnostics;

namespace SlaMonitor.Browser.Tests.Pictures;

/// <summary>Runs <c>sla</c> as somebody at a terminal does: by <c>script</c>, which every Linux has.</summary>
internal static class PseudoTerminal
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "SlaMonitor.Cli.dll");

    /// <summary>Whether there is such a terminal here.</summary>
    public static bool IsThere => OperatingSystem.IsLinux() && File.Exists("/usr/bin/script");

    /// <summary>What <c>sla</c> shows, with its control sequences.</summary>
    /// <param name="folder">Where it is called.</param>
    /// <param name="arguments">How, as a shell reads it.</param>
    public static async Task<string> RunAsync(string folder, string arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/script")
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        foreach (var argument in (string[])["-qec", $"stty cols 130 rows 60; dotnet '{Program}' {arguments}", "/dev/null"])
            start.ArgumentList.Add(argument);
        using var script = Process.Start(start)!;
        script.StandardInput.Close();
        var output = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();
        return output;
    }
}
