using System.Globalization;

namespace SlaMonitor.Harness;

/// <summary>
/// The signal of Ctrl+C, as <c>kill</c> takes it. A shell starts what it starts in the background deaf to SIGINT, and what that starts is
/// deaf as well: SIGTERM stands for it there, which the program handles alike.
/// </summary>
public static class CtrlC
{
    private const string Status = "/proc/self/status";
    private const string Ignored = "SigIgn:";
    private const ulong Interrupt = 1UL << (2 - 1);

    /// <summary>The signal.</summary>
    public static string Signal { get; } = IsDeaf() ? "-TERM" : "-INT";

    private static bool IsDeaf() =>
        File.Exists(Status)
        && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } ignored
        && (ulong.Parse(ignored[Ignored.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
}
