using Microsoft.Extensions.Configuration;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Local.Hosting.Backups;

/// <summary><c>--backup FILE</c> and <c>--restore FILE</c>: what the program does with its data folder instead of serving.</summary>
internal static class BackupCommand
{
    /// <summary>Does what the command line asks for.</summary>
    /// <returns>Whether it asked for any of it.</returns>
    /// <exception cref="LocalHostException">It cannot be done; the message says why and what to do.</exception>
    public static bool IsDone(LocalHostOptions options)
    {
        var (backup, restore) = HostCommand.Archives(options.Args);
        if (backup is null && restore is null) return false;
        if (backup is not null && restore is not null)
            throw new LocalHostException("error: --backup and --restore cannot be done at once", LocalHostException.Usage);

        var configuration = new ConfigurationManager();
        SettingsLoader.Load(configuration, options);
        var settings = LocalHostSettings.Read(configuration, new AccessKeys(configuration, isLocal: true), options.CurrentDirectory);
        var archive = Path.GetFullPath(backup ?? restore!, options.CurrentDirectory);
        if (backup is not null)
        {
            var files = string.Join(", ", BackupWriter.Write(settings.DataFolder, archive, options.TimeProvider.GetUtcNow()));
            options.Output.WriteLine($"{settings.DataFolder} is backed up in {archive}: {files}");
        }
        else
        {
            var manifest = BackupReader.Restore(archive, settings.DataFolder);
            var files = string.Join(", ", manifest.Files.Keys);
            options.Output.WriteLine($"{settings.DataFolder} is as it was at {manifest.TakenAt:u}: {files}");
        }

        return true;
    }
}
