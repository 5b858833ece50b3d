using System.IO.Compression;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Local.Hosting;
using SlaMonitor.Local.Hosting.Backups;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Queues;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Hosting.Backups;

public sealed class BackupTests : IDisposable
{
    private const int Writers = 4;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    private string Data => _folder.File("data");

    private string Archive => _folder.File("backup.zip");

    public void Dispose() => _folder.Dispose();

    /// <summary>A step is queued first and recorded then. A copy that has one without the other loses a mail, or sends it again.</summary>
    [Fact]
    public async Task Backup_UnderLoad_IsOfOneMomentAndHasAllThatWasAcknowledged()
    {
        using var queues = new LocalQueues(Path.Combine(Data, "queues.db"), new QueueOptions(), new FakeTimeProvider(Now));
        using var database = new SqliteDatabase(Path.Combine(Data, "monitor.db"));
        var store = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
        var acknowledged = 0;
        using var enough = new CancellationTokenSource();
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                await queues.SendAsync("q", [new QueueMessage($"{writer}-{i}", "body")], CancellationToken.None);
                await store.CommitAsync(Commit($"{writer}-{i}"), CancellationToken.None);
                Interlocked.Increment(ref acknowledged);
            }
        })).ToList();
        await Eventually.TrueAsync(() => Volatile.Read(ref acknowledged) > 50 || writing.Exists(task => task.IsFaulted));

        var before = Volatile.Read(ref acknowledged);
        await Task.Run(() => BackupWriter.Write(Data, Archive, Now));
        await enough.CancelAsync();
        await Task.WhenAll(writing);

        var (tickets, messages) = Restored();
        Assert.Subset(messages.ToHashSet(), tickets.ToHashSet());
        Assert.InRange(messages.Except(tickets).Count(), 0, Writers);
        Assert.InRange(tickets.Count, before, acknowledged);
    }

    [Fact]
    public void Restore_FolderHoldsADatabase_IsRefusedAndLeavesIt()
    {
        WriteData();
        BackupWriter.Write(Data, Archive, Now);
        var there = File.ReadAllBytes(Path.Combine(Data, "monitor.db"));

        var e = Assert.Throws<LocalHostException>(() => BackupReader.Restore(Archive, Data));

        Assert.Equal($"error: {Data} holds monitor.db already; move what is there away, or choose another --data", e.Message);
        Assert.Equal(there, File.ReadAllBytes(Path.Combine(Data, "monitor.db")));
    }

    [Fact]
    public void Restore_FolderIsInUse_IsRefused()
    {
        WriteData();
        BackupWriter.Write(Data, Archive, Now);
        using var user = new DataFolder(_folder.File("new"));

        var e = Assert.Throws<LocalHostException>(() => BackupReader.Restore(Archive, _folder.File("new")));

        Assert.Contains("is in use by another host", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("monitor.db", "monitor.db is not as it was backed up")]
    [InlineData("backup.json", "'{' is an invalid")]
    public void Restore_ArchiveWasChanged_LeavesNothingBehind(string entry, string problem)
    {
        WriteData();
        BackupWriter.Write(Data, Archive, Now);
        Replace(entry, "{{{");

        var e = Assert.Throws<LocalHostException>(() => BackupReader.Restore(Archive, _folder.File("new")));

        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
        Assert.Equal(["host.lock"], Directory.EnumerateFiles(_folder.File("new")).Select(Path.GetFileName));
    }

    [Fact]
    public void Restore_ArchiveNamesAFileOutside_IsRefused()
    {
        WriteData();
        BackupWriter.Write(Data, Archive, Now);
        Replace("backup.json", """{ "format": 1, "takenAt": "2026-03-02T08:00:00Z", "files": { "../evil": "00" } }""");

        var e = Assert.Throws<LocalHostException>(() => BackupReader.Restore(Archive, _folder.File("new")));

        Assert.Contains("it names '../evil', which no data folder has", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backup_ThereIsOne_IsNotWrittenOver()
    {
        WriteData();
        File.WriteAllText(Archive, "precious");

        Assert.Throws<LocalHostException>(() => BackupWriter.Write(Data, Archive, Now));

        Assert.Equal("precious", File.ReadAllText(Archive));
    }

    [Fact]
    public void Backup_DatabaseIsNone_WritesNothing()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "monitor.db"), new string('x', 8192));

        var e = Assert.Throws<LocalHostException>(() => BackupWriter.Write(Data, Archive, Now));

        Assert.Contains("file is not a database", e.Message, StringComparison.Ordinal);
        Assert.Equal(["data"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Backup_KeyAndCalendars_AreInItAndMailsAreNot()
    {
        WriteData();
        foreach (var name in (string[])["acknowledge.key", "feeds/0a1b.json", "mail/1.eml"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Data, name))!);
            File.WriteAllText(Path.Combine(Data, name), name);
        }

        Assert.Equal(["monitor.db", "acknowledge.key", "feeds/0a1b.json"], BackupWriter.Write(Data, Archive, Now));
        BackupReader.Restore(Archive, _folder.File("new"));

        Assert.Equal("acknowledge.key", File.ReadAllText(_folder.File("new/acknowledge.key")));
        Assert.Equal("feeds/0a1b.json", File.ReadAllText(_folder.File("new/feeds/0a1b.json")));
        Assert.False(Directory.Exists(_folder.File("new/mail")));
    }

    private static TicketCommit Commit(string ticket) => new(ticket, [TicketEvents.Plain(ticket, "1")], MonitoringState.Initial, null);

    private void WriteData()
    {
        using var database = new SqliteDatabase(Path.Combine(Data, "monitor.db"));
        _ = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
    }

    private (List<string> Tickets, List<string> Messages) Restored()
    {
        var folder = _folder.File("new");
        BackupReader.Restore(Archive, folder);
        return (Read("monitor.db", "SELECT ticket FROM tickets"), Read("queues.db", "SELECT message_id FROM message"));

        List<string> Read(string name, string sql)
        {
            using var database = new SqliteDatabase(Path.Combine(folder, name));
            using var connection = database.Open();
            return connection.Query(sql, row => row.GetString(0));
        }
    }

    private void Replace(string name, string text)
    {
        using var zip = ZipFile.Open(Archive, ZipArchiveMode.Update);
        zip.GetEntry(name)!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
