using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Local.Clock;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Mending;

namespace SlaMonitor.Local.Hosting.Doctor;

/// <summary>
/// <c>--doctor</c>: looks whether the data folder is whole and true to the log of events; with <c>--rebuild</c>, mends it.
/// </summary>
internal static class ExaminationCommand
{
    /// <summary>Does what the command line asks for.</summary>
    /// <returns>0: all is good; 1: something is wrong, or was lost; <c>null</c> where the command line does not ask for it.</returns>
    /// <exception cref="LocalHostException">
    /// There is no data folder, or it cannot be mended now; the message says why and what to do.
    /// </exception>
    public static int? Run(LocalHostOptions options)
    {
        var (doctor, rebuild) = HostCommand.Examination(options.Args);
        if (!doctor) return null;

        var findings = Examine(options, rebuild);
        FolderFindingTable.Write(options.Output, findings);
        return findings.All(finding => finding.IsGood) ? 0 : 1;
    }

    /// <summary>Looks at the data folder that the settings name, and mends it where that is asked for.</summary>
    /// <exception cref="LocalHostException">
    /// There is no data folder, or it cannot be mended now; the message says why and what to do.
    /// </exception>
    public static IReadOnlyList<FolderFinding> Examine(LocalHostOptions options, bool rebuild)
    {
        var configuration = new ConfigurationManager();
        SettingsLoader.Load(configuration, options);
        var settings = LocalHostSettings.Read(configuration, new AccessKeys(configuration, isLocal: true), options.CurrentDirectory);
        if (!DataFiles.Databases.Any(name => File.Exists(Path.Combine(settings.DataFolder, name))))
        {
            throw new LocalHostException(
                $"error: there is no database in {settings.DataFolder}; --data names the data folder", LocalHostException.Usage);
        }

        try
        {
            return Examine(options, settings, configuration, rebuild);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new LocalHostException($"error: {settings.DataFolder} cannot be looked at or mended: {e.Message}", e);
        }
    }

    private static List<FolderFinding> Examine(
        LocalHostOptions options, LocalHostSettings settings, ConfigurationManager configuration, bool rebuild)
    {
        var findings = new List<FolderFinding>();
        using var folder = Hold(settings.DataFolder, mustHold: rebuild, findings);
        findings.AddRange(Places(settings, configuration, rebuild));

        var book = AgreementsForMending.Read(configuration);
        var now = new LocalClock(options.TimeProvider, settings.Start, settings.Speed).GetCurrentInstant();
        var examination = new FolderExamination(settings.DataFolder, book, now, options.TimeProvider);
        var seen = examination.Run();
        if (rebuild && examination.Ill.Count > 0 && !examination.IsNewer)
        {
            findings.AddRange(new FolderRebuild(folder!, book, now, options.TimeProvider).Run(examination.Ill));
            seen = new FolderExamination(settings.DataFolder, book, now, options.TimeProvider).Run();
        }

        findings.AddRange(seen);
        if (!findings.TrueForAll(finding => finding.IsGood)) folder?.LeaveUnclean();
        return findings;
    }

    private static DataFolder? Hold(string path, bool mustHold, List<FolderFinding> findings)
    {
        const string Name = "monitor";
        try
        {
            var folder = new DataFolder(path);
            findings.Add(FolderFinding.Good(Name, $"none works in {path}"));
            return folder;
        }
        catch (LocalHostException e) when (!mustHold)
        {
            findings.Add(DataFolder.IsInUse(e)
                ? FolderFinding.Good(Name, $"one works in {path}; it is looked at meanwhile")
                : FolderFinding.Bad(Name, e.Message, "let the user who runs the monitor write there"));
            return null;
        }
    }

    private static IEnumerable<FolderFinding> Places(LocalHostSettings settings, ConfigurationManager configuration, bool rebuild)
    {
        if (rebuild) FolderModes.Tighten(settings.DataFolder, settings.MailFolder, NullLogger.Instance);
        yield return FolderModes.OpenToOthers(settings.DataFolder, settings.MailFolder) is { Count: > 0 } open
            ? FolderFinding.Bad(
                "permissions",
                $"other users can read or write {string.Join(", ", open.Take(5))}: {open.Count} in all",
                FolderFinding.Rebuild)
            : FolderFinding.Good("permissions", "the folder and its files are for their owner alone");

        var isInTables = string.Equals(configuration["Storage:Provider"], "tables", StringComparison.OrdinalIgnoreCase);
        if (!isInTables && !File.Exists(Path.Combine(settings.DataFolder, DataFiles.Monitor)))
        {
            yield return FolderFinding.Bad(
                DataFiles.Monitor,
                "is missing: tickets and events are gone, and the next start would begin with none",
                FolderFinding.Restore);
        }
    }
}
