using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SlaMonitor.Local.Sqlite;

/// <summary>
/// One statement, compiled once and run many times. It calls SQLite itself: a command of the library around it makes a reader, an
/// enumerator and a list of statements for each run, which is a fourth of what an event costs.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int OnTheStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;

    /// <param name="database">An open database.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">Its parameters, in the order in which they always come.</param>
    /// <exception cref="SqliteException">The statement is wrong.</exception>
    public SqliteStatement(sqlite3 database, string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        _database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out _statement), database);
        _places = new int[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            _places[i] = raw.sqlite3_bind_parameter_index(_statement, parameters[i].Name);
            if (_places[i] == 0) throw new ArgumentException($"There is no {parameters[i].Name} in: {sql}", nameof(parameters));
        }
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>How many rows were changed.</returns>
    public int Execute(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Bind(parameters);
        try
        {
            while (Step())
            {
                // A row that nobody asked for.
            }

            return raw.sqlite3_changes(_database);
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>Runs it, and reads each row.</summary>
    public List<T> Query<T>(Func<SqliteRow, T> read, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Bind(parameters);
        try
        {
            var rows = new List<T>();
            var row = new SqliteRow(_statement);
            while (Step()) rows.Add(read(row));
            return rows;
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement); // says once more what went wrong, which was thrown already
        }
    }

    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;

        if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, _database);
        return false;
    }

    private void Bind(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (parameters.Length != _places.Length)
            throw new ArgumentException($"{_places.Length} parameters are wanted, not {parameters.Length}.", nameof(parameters));
        for (var i = 0; i < parameters.Length; i++)
            SqliteException.ThrowExceptionForRC(Bind(_places[i], parameters[i].Value), _database);
    }

    private int Bind(int place, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(_statement, place),
        string text => BindText(place, text),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        bool flag => raw.sqlite3_bind_int64(_statement, place, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new ArgumentException($"No {value.GetType()} is stored.", nameof(value)),
    };

    private int BindText(int place, string text)
    {
        if (text.Length == 0) return raw.sqlite3_bind_text(_statement, place, text); // no bytes would be NULL

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most <= OnTheStack ? null : ArrayPool<byte>.Shared.Rent(most);
        var bytes = rented ?? stackalloc byte[OnTheStack];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        var result = raw.sqlite3_bind_text(_statement, place, bytes[..length]); // SQLite copies it
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return result;
    }
}
