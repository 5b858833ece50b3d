using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SlaMonitor.Local.Sqlite;

/// <summary>
/// Whether a file that this process has open is still what lies at its path. On Unix a file can be removed, moved or replaced while it is
/// open: what is then written goes to a file that nobody finds again. On Windows an open file cannot be removed, and it is always in place.
/// </summary>
/// <remarks>.NET does not tell a file's inode; SQLite compares it for any file that it has open, and never reads this one.</remarks>
internal sealed class PlacedFile : IDisposable
{
    private const int HasMoved = 20; // SQLITE_FCNTL_HAS_MOVED

    private readonly SqliteConnection? _file;

    private PlacedFile(SqliteConnection? file) => _file = file;

    public bool IsInPlace => _file is null || NativeMethods.FileControl(_file.Handle!, null, HasMoved, out var moved) != 0 || moved == 0;

    /// <summary>Watches a file of any kind that is there.</summary>
    public static PlacedFile Of(string path)
    {
        if (OperatingSystem.IsWindows()) return new PlacedFile(null);
        var place = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        var file = new SqliteConnection(place.ToString());
        file.Open();
        return new PlacedFile(file);
    }

    /// <summary>Watches a database, and keeps its write-ahead log: SQLite deletes that when the last one who has read closes it.</summary>
    public static PlacedFile OfDatabase(string path)
    {
        var placed = Of(path);
        placed._file?.Query("SELECT count(*) FROM sqlite_schema", row => row.GetInt64(0));
        return placed;
    }

    public void Dispose() => _file?.Dispose();

    private static class NativeMethods
    {
        [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
        public static extern int FileControl(sqlite3 database, byte[]? name, int operation, out int value);
    }
}
