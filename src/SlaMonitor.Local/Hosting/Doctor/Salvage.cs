using Microsoft.Data.Sqlite;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Hosting.Doctor;

/// <summary>
/// Copies what can be read of a table into a new one: from its beginning to the first damaged page, from its end back to the last, and
/// what lies between in ever smaller pieces.
/// </summary>
/// <param name="from">The damaged database.</param>
/// <param name="to">The new one, in a transaction.</param>
/// <param name="table">The table.</param>
/// <param name="columns">The columns that both have.</param>
internal sealed class Salvage(SqliteConnection from, SqliteSession to, string table, IReadOnlyList<string> columns)
{
    // Beyond the last row that could be read, where even the number of the last row is in a damaged page.
    private const long Further = 1 << 16;

    private readonly string _insert =
        $"INSERT OR IGNORE INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$c{i}"))})";

    /// <summary>Whether all of it could be read.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Copies it.</summary>
    /// <param name="tickets">Tickets that may have rows in it, where its rows are kept by ticket; else none.</param>
    public void Run(IReadOnlyList<string> tickets)
    {
        var hasRowId = HasRowId();
        var key = hasRowId ? "rowid" : columns[0];
        var first = Read($"{Select(key)} ORDER BY {key}");
        if (!first.Failed) return;

        IsWhole = false;
        var last = Read($"{Select(key)} ORDER BY {key} DESC");
        if (hasRowId)
        {
            var begin = first.Key is long low ? low + 1 : 1;
            ReadBetween(begin, last.Key is long high ? high - 1 : begin + Further);
        }
        else if (key == "ticket")
        {
            foreach (var ticket in tickets) Read($"{Select(key)} WHERE ticket = $ticket", ("$ticket", ticket));
        }
    }

    private bool HasRowId()
    {
        try
        {
            using var command = from.Command($"SELECT rowid FROM {table} LIMIT 0");
            using var reader = command.ExecuteReader();
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 1)
        {
            return false; // WITHOUT ROWID has no such column
        }
        catch (SqliteException)
        {
            return true;
        }
    }

    private string Select(string key) => $"SELECT {key}, {string.Join(", ", columns)} FROM {table} NOT INDEXED";

    private void ReadBetween(long low, long high)
    {
        if (low > high) return;
        var read = Read($"{Select("rowid")} WHERE rowid BETWEEN $low AND $high ORDER BY rowid", ("$low", low), ("$high", high));
        if (!read.Failed || low == high) return;

        if (read.Key is long passed && passed >= low) low = passed + 1;
        var middle = low + (high - low) / 2;
        ReadBetween(low, middle);
        ReadBetween(middle + 1, high);
    }

    private (bool Failed, object? Key) Read(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        object? key = null;
        try
        {
            using var select = from.Command(sql, parameters);
            using var row = select.ExecuteReader();
            while (row.Read())
            {
                var at = row.GetValue(0);
                Insert(row);
                key = at;
            }

            return (false, key);
        }
        catch (SqliteException)
        {
            return (true, key);
        }
    }

    private void Insert(SqliteDataReader row)
    {
        try
        {
            to.Execute(_insert, [.. columns.Select((_, i) => ($"$c{i}", (object?)row.GetValue(i + 1)))]);
        }
        catch (SqliteException)
        {
            IsWhole = false; // a row that is none of this table any more
        }
    }
}
