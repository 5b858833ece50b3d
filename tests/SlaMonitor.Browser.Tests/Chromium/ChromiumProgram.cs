namespace SlaMonitor.Browser.Tests.Chromium;

/// <summary>Where the browser is on this machine. None is ever downloaded.</summary>
internal static class ChromiumProgram
{
    private const string Setting = "CHROMIUM_PATH";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Its path; <c>null</c> where there is none.</summary>
    public static string? Path { get; } = Find();

    /// <summary>Why a test that needs it is skipped; <c>null</c> where it is there.</summary>
    public static string? Missing { get; } =
        Path is null ? $"Chromium is not installed: tests/run.sh installs it where apt-get is; otherwise set {Setting} to its path." : null;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } given)
            return File.Exists(given) ? given : throw new FileNotFoundException($"{Setting} names '{given}', which is not there.", given);

        return (from folder in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(System.IO.Path.PathSeparator)
                from name in Names
                let path = System.IO.Path.Combine(folder, name)
                where File.Exists(path)
                select path).FirstOrDefault();
    }
}
