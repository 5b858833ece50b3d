using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Local.Hosting;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Tests.Hosting;

public sealed class CheckAfterUncleanStopTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_AfterAKill_SaysWhichDatabaseIsDamaged()
    {
        WriteDamaged("monitor.db");
        _folder.Write("data/host.lock", "in use");

        await using var host = await TestHost.StartAsync([], folder: _folder);
        await host.Services.GetRequiredService<CheckAfterUncleanStop>().Done;

        var problem = Assert.Single(host.Services.GetRequiredService<IStoreProblems>().Problems);
        Assert.StartsWith($"The database {_folder.File("data/monitor.db")} is damaged: ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AfterACleanStop_LooksAtNothing()
    {
        await using (await TestHost.StartAsync([], folder: _folder))
            Assert.NotEqual(0, new FileInfo(_folder.File("data/host.lock")).Length); // what a kill would leave behind
        Assert.Equal(0, new FileInfo(_folder.File("data/host.lock")).Length);
        WriteDamaged("monitor.db");

        await using var host = await TestHost.StartAsync([], folder: _folder);
        await host.Services.GetRequiredService<CheckAfterUncleanStop>().Done;

        Assert.Empty(host.Services.GetRequiredService<IStoreProblems>().Problems);
    }

    [Fact]
    public void Run_ToldToStop_Stops()
    {
        Directory.CreateDirectory(_folder.File("data"));
        using var database = new SqliteDatabase(_folder.File("data/large.db"));
        database.CreateSchema("CREATE TABLE t (x TEXT); CREATE INDEX i ON t (x);");
        using (var connection = database.Open())
        {
            connection.Execute(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
                + "INSERT INTO t SELECT hex(randomblob(100)) FROM n");
        }

        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => SqliteCheck.Run(database.Path, stopped.Token));
    }

    /// <summary>A database that opens, and in which some pages are another's.</summary>
    private void WriteDamaged(string name)
    {
        const int Page = 4096;
        Directory.CreateDirectory(_folder.File("data"));
        var path = _folder.File($"data/{name}");
        using (var database = new SqliteDatabase(path))
        {
            database.CreateSchema("CREATE TABLE t (x TEXT);");
            using var connection = database.Open();
            for (var i = 0; i < 100; i++) connection.Execute("INSERT INTO t VALUES ($x)", ("$x", new string('x', 1000)));
        }

        using var file = File.OpenWrite(path);
        file.Position = file.Length - (5 * Page);
        file.Write(new byte[2 * Page]);
    }
}
