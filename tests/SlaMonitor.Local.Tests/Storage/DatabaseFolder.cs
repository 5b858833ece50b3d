using System.Globalization;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Tests.Storage;

/// <summary>A temporary folder for the databases of one test; gone when the test is.</summary>
internal sealed class DatabaseFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sla-storage-");
    private readonly List<SqliteDatabase> _databases = [];

    public string Path => _folder.FullName;

    /// <summary>A new, empty database.</summary>
    public SqliteDatabase Create() =>
        Open(System.IO.Path.Combine(Path, _databases.Count.ToString(CultureInfo.InvariantCulture), "monitor.db"));

    /// <summary>A database of its own connections onto a file.</summary>
    public SqliteDatabase Open(string file)
    {
        var database = new SqliteDatabase(file);
        _databases.Add(database);
        return database;
    }

    public void Dispose()
    {
        foreach (var database in _databases) database.Dispose();
        _folder.Delete(recursive: true);
    }
}
