using System.Text.Json;
using Microsoft.Data.Sqlite;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Hosting;
using SlaMonitor.Local.Hosting.Backups;
using SlaMonitor.Local.Hosting.Doctor;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;

namespace SlaMonitor.Local.Mending;

/// <summary>
/// What another program than the monitor does with its data folder. All of it may be done while the monitor works there, but for
/// <see cref="Restore"/> and a rebuild, which say so.
/// </summary>
public static class DataFolderWork
{
    /// <summary>Where the data folder is when nobody says so.</summary>
    public const string DefaultFolder = "data";

    /// <summary>Writes the folder into an archive, which is never written over a file.</summary>
    /// <returns>The names of the files in it.</returns>
    /// <exception cref="LocalHostException">There is nothing to back up, or it cannot be written; the message says what to do.</exception>
    public static IReadOnlyList<string> BackUp(string dataFolder, string archive, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return BackupWriter.Write(Path.GetFullPath(dataFolder), Path.GetFullPath(archive), time.GetUtcNow());
    }

    /// <summary>Puts an archive into a folder that holds nothing yet.</summary>
    /// <returns>When it was taken, and the names of the files in it.</returns>
    /// <exception cref="LocalHostException">The archive is not whole, or the folder is in use or not empty.</exception>
    public static (DateTimeOffset TakenAt, IReadOnlyList<string> Files) Restore(string archive, string dataFolder)
    {
        var manifest = BackupReader.Restore(Path.GetFullPath(archive), Path.GetFullPath(dataFolder));
        return (manifest.TakenAt, [.. manifest.Files.Keys]);
    }

    /// <summary>Looks whether the folder is whole and true to the log of events.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="agreements">The folder of the agreements in force; <c>null</c> for the one beside the program.</param>
    /// <param name="rebuild">Whether what is not good is made anew, after a copy of the old files; the monitor has to be stopped.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="LocalHostException">There is no data folder, or it cannot be mended now; the message says what to do.</exception>
    public static IReadOnlyList<FolderFinding> Examine(string dataFolder, string? agreements, bool rebuild, TimeProvider time) =>
        ExaminationCommand.Examine(
            new LocalHostOptions
            {
                Args =
                [
                    "--doctor", .. rebuild ? ["--rebuild"] : (string[])[], "--data", Path.GetFullPath(dataFolder),
                    .. agreements is null ? [] : (string[])["--set", $"Agreements:Folder={Path.GetFullPath(agreements)}"],
                ],
                TimeProvider = time,
            },
            rebuild);

    /// <summary>Reads the log of a ticket, and writes nothing.</summary>
    /// <returns>Its events, in any order; none where there is no such ticket.</returns>
    /// <exception cref="LocalHostException">There is no database, or it cannot be read; the message says what to do.</exception>
    public static IReadOnlyList<TicketEvent> EventsOf(string dataFolder, string ticketId)
    {
        var path = Path.GetFullPath(Path.Combine(dataFolder, DataFiles.Monitor));
        if (!File.Exists(path))
            throw new LocalHostException($"error: there is no {DataFiles.Monitor} in {dataFolder}; --data names the data folder");

        try
        {
            using var session = new SqliteSession(ReadOnly(path));
            session.Connection.Open();
            return EventRows.Read(session, ticketId);
        }
        catch (Exception e) when (e is SqliteException or JsonException or FormatException or InvalidCastException)
        {
            throw new LocalHostException($"error: {path} cannot be read: {e.Message}; 'sla doctor --data' says what is wrong with it", e);
        }
    }

    // A monitor that works there has its write-ahead log beside the database, and readers go by that. Without one nobody writes, and
    // SQLite is told so: else it would make such a log, for which it needs the right to write.
    private static SqliteConnection ReadOnly(string path)
    {
        var place = new SqliteConnectionStringBuilder { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        place.DataSource = File.Exists($"{path}-wal") ? path : $"{new Uri(path).AbsoluteUri}?immutable=1";
        return new SqliteConnection(place.ToString());
    }
}
