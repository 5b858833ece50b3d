using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>A notification: partition = ticket, row = notification.</summary>
internal static class NotificationRow
{
    private const string Ticket = "Ticket";
    private const string Notification = "Notification";
    private const string Recipient = "Recipient";
    private const string Step = "Step";
    private const string State = "State";
    private const string Holder = "Holder";
    private const string ClaimedAt = "ClaimedAt";
    private const string ResolvedAt = "ResolvedAt";
    private const string Detail = "Detail";

    public static TableEntity Of(NotificationClaim claim)
    {
        var row = new TableEntity(TableKey.Of(claim.TicketId), Key(claim.NotificationId))
        {
            [State] = StoredName.Of(NotificationState.Claimed),
        };
        row.SetText(Ticket, claim.TicketId);
        row.SetText(Notification, claim.NotificationId);
        row.SetText(Recipient, claim.Recipient);
        row.SetText(Step, claim.Step);
        row.SetText(Holder, claim.Holder);
        row.SetInstant(ClaimedAt, claim.At);
        return row;
    }

    /// <summary>The row with a result in place of the one before.</summary>
    public static TableEntity With(TableEntity known, NotificationResult result)
    {
        var row = Without(known, Detail);
        row[State] = StoredName.Of(result.State);
        row.SetInstant(ResolvedAt, result.At);
        row.SetText(Detail, result.Detail);
        return row;
    }

    /// <summary>The row with recipient, step and detail of a record.</summary>
    public static TableEntity Reworded(TableEntity known, NotificationRecord record)
    {
        var row = Without(known, Recipient, Step, Detail);
        row.SetText(Recipient, record.Recipient);
        row.SetText(Step, record.Step);
        row.SetText(Detail, record.Detail);
        return row;
    }

    /// <summary>Finds the rows of notifications that were claimed last before a moment.</summary>
    public static string ClaimedBefore(Instant moment) => $"{ClaimedAt} lt '{InstantColumns.Text(moment)}'";

    /// <summary>
    /// The record of a row; <c>null</c> where an earlier version wrote it, which named the ticket by the key alone, and the ticket's id is
    /// too long to be read back from it.
    /// </summary>
    public static NotificationRecord? Find(TableEntity row) =>
        (row.FindText(Ticket) ?? TableKey.TextOf(row.PartitionKey)) is { } ticketId ? Read(ticketId, row) : null;

    public static string Key(string notificationId) => TableKey.Of(notificationId);

    public static ClaimedNotification ClaimedOf(TableEntity row) => new(StateOf(row), row.GetText(Holder), row.GetInstant(ClaimedAt));

    public static NotificationRecord Read(string ticketId, TableEntity row) => new(
        ticketId,
        row.GetText(Notification),
        row.GetText(Recipient),
        row.GetText(Step),
        StateOf(row),
        row.GetInstant(ClaimedAt),
        row.FindInstant(ResolvedAt),
        row.FindText(Detail))
    {
        Holder = row.GetText(Holder),
    };

    private static NotificationState StateOf(TableEntity row) => ClaimRule.StateOf(row.GetString(State));

    /// <summary>A copy without some texts, each of which may be in several columns.</summary>
    private static TableEntity Without(TableEntity known, params string[] texts)
    {
        var row = new TableEntity(known.PartitionKey, known.RowKey);
        foreach (var (column, value) in RowSize.Columns(known))
        {
            if (!texts.Any(text => column.StartsWith(text, StringComparison.Ordinal))) row[column] = value;
        }

        return row;
    }
}
