using Azure.Data.Tables;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>An entry of the audit log. Its id is the row's key, so that the service gives out the last deed first.</summary>
internal static class AuditRow
{
    /// <summary>No ticket has this partition: <see cref="TableKey"/> never begins a key with two escapes.</summary>
    public const string Partition = "~~audit";

    private const string At = "At";
    private const string By = "By";
    private const string Deed = "Deed";
    private const string Subject = "Subject";
    private const string Detail = "Detail";

    /// <summary>Finds all of them.</summary>
    public static string AllFilter { get; } = $"PartitionKey eq '{Partition}'";

    public static TableEntity Of(AuditEntry entry)
    {
        var row = new TableEntity(Partition, entry.Id);
        row.SetInstant(At, entry.At);
        row.SetText(By, entry.By);
        row.SetText(Deed, StoredName.Of(entry.Deed));
        row.SetText(Subject, entry.Subject);
        row.SetText(Detail, entry.Detail);
        return row;
    }

    /// <returns>The entry; <c>null</c> for a deed that only a newer version of the program knows.</returns>
    public static AuditEntry? Read(TableEntity row) => StoredName.Find<AuditDeed>(row.GetText(Deed)) is { } deed
        ? new AuditEntry(row.RowKey, row.GetInstant(At), row.GetText(By), deed, row.GetText(Subject), row.FindText(Detail))
        : null;
}
