using Azure.Data.Tables;

namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>Table storage in memory, to the extent to which the stores use it. Every request can be made to take its time.</summary>
internal sealed class MemoryTables : TableServiceClient
{
    private readonly Dictionary<string, MemoryTable> _tables = new(StringComparer.Ordinal);

    /// <summary>What a request does before it is answered.</summary>
    public Func<Task> Request { get; set; } = () => Task.CompletedTask;

    /// <summary>How many requests there were.</summary>
    public int Requests { get; private set; }

    /// <summary>How many of them were refused, because somebody had written the row before.</summary>
    public int Conflicts { get; internal set; }

    public override TableClient GetTableClient(string tableName) => Table(tableName);

    public MemoryTable Table(string name)
    {
        if (!_tables.TryGetValue(name, out var table)) _tables.Add(name, table = new MemoryTable(this, name));
        return table;
    }

    /// <summary>Tables of their own with the same rows.</summary>
    public MemoryTables Copy()
    {
        var copy = new MemoryTables();
        foreach (var (name, table) in _tables) table.CopyTo(copy.Table(name));
        return copy;
    }

    internal Task PassAsync()
    {
        Requests++;
        return Request();
    }
}
