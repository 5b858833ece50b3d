using Azure.Data.Tables;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>A note of the monitor: one row for each name.</summary>
internal static class NoteRow
{
    /// <summary>No ticket has this partition: <see cref="TableKey"/> never begins a key with two escapes.</summary>
    public const string Partition = "~~notes";

    private const string Name = "Name";
    private const string Text = "Text";
    private const string At = "At";

    /// <summary>Finds those whose names begin with a text; all of them where it is empty.</summary>
    public static string FilterOf(string prefix)
    {
        if (prefix.Length == 0) return $"PartitionKey eq '{Partition}'";

        var key = KeyOf(prefix);
        return $"PartitionKey eq '{Partition}' and RowKey ge '{key}' and RowKey lt '{StoredKey.After(key)}'";
    }

    public static string KeyOf(string name) => TableKey.Of(name);

    public static TableEntity Of(MonitorNote note)
    {
        var row = new TableEntity(Partition, KeyOf(note.Name));
        row.SetText(Name, note.Name);
        row.SetText(Text, note.Text);
        row.SetInstant(At, note.At);
        return row;
    }

    public static MonitorNote Read(TableEntity row) => new(row.GetText(Name), row.GetText(Text), row.GetInstant(At));
}
