using SlaMonitor.Cli.Doctor.Findings;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Mending;

namespace SlaMonitor.Cli.DataFolders;

/// <summary><c>sla doctor --data</c>: looks whether a data folder is whole and true to its log, and mends it.</summary>
internal static class FolderDoctor
{
    /// <summary>Looks at it.</summary>
    /// <returns>What was found, by name; <c>null</c> where it cannot be looked at, and the error output says why.</returns>
    public static IReadOnlyList<(string Name, Finding Finding)>? Look(
        string dataFolder, string? agreements, bool rebuild, TimeProvider time, TextWriter error)
    {
        try
        {
            return
            [
                .. DataFolderWork.Examine(dataFolder, agreements, rebuild, time).Select(found => (
                    found.Name, new Finding(found.IsGood ? CheckResult.Ok : CheckResult.Failed, found.Seen, found.Cure))),
            ];
        }
        catch (LocalHostException e)
        {
            error.WriteLine(e.Message);
            return null;
        }
    }
}
