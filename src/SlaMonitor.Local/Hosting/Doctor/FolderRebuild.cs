using Microsoft.Data.Sqlite;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Local.Files;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Hosting.Doctor;

/// <summary>
/// Makes the databases of a data folder anew from what can be read of them. The old files are copied first, and a rebuilt database takes
/// the place of the old one in one transaction: whoever is killed on the way finds the old one.
/// </summary>
/// <param name="folder">The data folder, which is held.</param>
/// <param name="book">The agreements in force; <c>null</c> where they cannot be read.</param>
/// <param name="now">The present of the monitor.</param>
/// <param name="time">The machine's time.</param>
internal sealed class FolderRebuild(DataFolder folder, AgreementBook? book, Instant now, TimeProvider time)
{
    private static readonly string[] Beside = ["", "-wal", "-shm"];

    private readonly List<FolderFinding> _findings = [];

    /// <summary>Rebuilds.</summary>
    /// <param name="ill">The databases that are not good.</param>
    /// <returns>What was done, and what could not be brought back.</returns>
    /// <exception cref="IOException">It cannot be written; the old files are as they were.</exception>
    public IReadOnlyList<FolderFinding> Run(IReadOnlyCollection<string> ill)
    {
        var aside = Aside();
        _findings.Add(FolderFinding.Good("copy", $"the databases as they were are in {aside}"));
        if (ill.Contains(DataFiles.Timers, StringComparer.Ordinal)) Rebuild(DataFiles.Timers, aside, isQueueWhole: true);
        var isQueueWhole = !ill.Contains(DataFiles.Queues, StringComparer.Ordinal)
            || Rebuild(DataFiles.Queues, aside, isQueueWhole: true);
        // What waited in the queue is owed by the tickets.
        if (ill.Contains(DataFiles.Monitor, StringComparer.Ordinal) || !isQueueWhole && File.Exists(folder.File(DataFiles.Monitor)))
            Rebuild(DataFiles.Monitor, aside, isQueueWhole);
        return _findings;
    }

    private string Aside()
    {
        var aside = folder.File($"before-rebuild-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}");
        for (var i = 2; Directory.Exists(aside); i++) aside = $"{aside.Split('_')[0]}_{i}";
        OwnerOnly.CreateFolder(aside);
        foreach (var name in DataFiles.Databases.SelectMany(name => Beside.Select(end => name + end)))
        {
            if (!File.Exists(folder.File(name))) continue;
            using var source = File.OpenRead(folder.File(name));
            using var target = OwnerOnly.Open(Path.Combine(aside, name), FileMode.CreateNew);
            source.CopyTo(target);
            target.Flush(flushToDisk: true);
        }

        return aside;
    }

    /// <returns>Whether all that was in it is in the new one.</returns>
    private bool Rebuild(string name, string aside, bool isQueueWhole)
    {
        var half = folder.File($"{name}.rebuilt");
        try
        {
            Delete(half);
            DatabaseForm.Create(name, half, time);
            var salvaged = Salvage(name, half, isQueueWhole);
            Place(half, name, aside, salvaged is not null);
            _findings.Add(Outcome.Of(name, salvaged, aside));
            return salvaged is { IsWhole: true };
        }
        finally
        {
            Delete(half);
        }
    }

    /// <returns>What was copied; <c>null</c> where the old file is no database.</returns>
    private Outcome? Salvage(string name, string half, bool isQueueWhole)
    {
        DatabaseForm form;
        SqliteConnection from;
        try
        {
            from = DatabaseForm.Open(folder.File(name));
        }
        catch (SqliteException)
        {
            return null;
        }

        using (from)
        using (var to = new SqliteSession(DatabaseForm.Open(half)))
        using (var transaction = to.Connection.BeginTransaction())
        {
            try
            {
                form = DatabaseForm.Of(from);
            }
            catch (SqliteException)
            {
                return null;
            }

            var lost = Copy(from, to, form);
            var outcome = new Outcome(lost);
            if (name == DataFiles.Monitor) outcome = new TicketRebuild(to, book, now).Run(outcome, isQueueWhole);
            transaction.Commit();
            return outcome;
        }
    }

    /// <returns>The tables of which something could not be read.</returns>
    private static List<string> Copy(SqliteConnection from, SqliteSession to, DatabaseForm form)
    {
        var lost = new List<string>();
        // Events first: they name the tickets that the others are looked through for.
        foreach (var (table, columns) in DatabaseForm.Of(to.Connection).Tables.OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            if (!form.Tables.TryGetValue(table, out var old))
            {
                if (FolderExamination.Core.Contains($"table {table}", StringComparer.Ordinal)) lost.Add(table);
                continue;
            }

            var tickets = columns[0] == "ticket" && table != "events"
                ? to.Query("SELECT DISTINCT ticket FROM events", row => row.GetString(0))
                : [];
            var salvage = new Salvage(from, to, table, [.. columns.Intersect(old, StringComparer.Ordinal)]);
            salvage.Run(tickets);
            if (!salvage.IsWhole) lost.Add(table);
        }

        return lost;
    }

    private void Place(string half, string name, string aside, bool isDatabase)
    {
        var path = folder.File(name);
        if (isDatabase)
        {
            try
            {
                using var source = DatabaseForm.Open(half);
                using var target = DatabaseForm.Open(path);
                source.BackupDatabase(target);
                return;
            }
            catch (SqliteException)
            {
                // Too damaged to be written over: it goes the way of a file that is no database.
            }
        }

        // The copies are whole; the log goes before its database, so that it is never taken for the new one's.
        foreach (var end in Beside.Reverse().Where(end => File.Exists(path + end)))
            File.Move(path + end, Path.Combine(aside, name + end), overwrite: true);
        File.Move(half, path);
    }

    private static void Delete(string path)
    {
        foreach (var end in Beside) File.Delete(path + end);
    }
}
