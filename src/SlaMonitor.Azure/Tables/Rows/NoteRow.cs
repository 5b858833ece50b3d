using Azure.Data.Tables;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>A note of the monitor: one row for each name.</summary>
internal static class NoteRow
{
    /// <summary>No ticket has this partition: <see cref="TableKey"/> never begins a key with two escapes.</summary>
    public const string Partition = "~~notes";

    private const string Name = "Name";
    private const string Text = "Text";
    private const string At = "At";

    /// <summary>Finds all of them.</summary>
    public static string AllFilter { get; } = $"PartitionKey eq '{Partition}'";

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
