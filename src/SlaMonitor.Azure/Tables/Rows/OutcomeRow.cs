using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>
/// An outcome of a ticket, in the ticket's shard of the due index: so both change in one transaction. Its key begins with a letter, and the
/// index's own rows, which begin with a year, come before it.
/// </summary>
internal static class OutcomeRow
{
    /// <summary>After every time that there is: where nobody knows when a promise is due.</summary>
    private const string Unknown = "~";

    private const char Separator = ':';
    private const char AfterSeparator = (char)(Separator + 1);
    private const int LongestAgreement = 80;
    private const int MarkLength = 12;

    private const string Ticket = "Ticket";
    private const string Clock = "Clock";
    private const string Agreement = "Agreement";
    private const string At = "At";
    private const string Body = "Body";

    public static TableEntity Of(string shard, ShelfRow row)
    {
        var entity = new TableEntity(shard, KeyOf(row));
        entity.SetText(Ticket, row.TicketId);
        entity.SetText(Clock, row.Clock);
        entity.SetText(Agreement, row.AgreementId);
        if (row.At is { } at) entity.SetInstant(At, at);
        entity.SetText(Body, row.Body);
        return entity;
    }

    public static string KeyOf(ShelfRow row) => row.Shelf == Shelf.Open
        ? $"{NameOf(Shelf.Open)}:{(row.At is { } due ? InstantColumns.Text(due) : Unknown)}:{TableKey.Of(row.TicketId, row.Clock)}"
        : $"{BeginningOf(row.Shelf, row.AgreementId, row.At!.Value)}:{TableKey.Of(row.TicketId, row.Clock)}";

    /// <summary>What stands before the keys of all rows of an agreement that are filed under a time, and of no earlier ones.</summary>
    public static string BeginningOf(Shelf shelf, string agreementId, Instant at) =>
        $"{NameOf(shelf)}:{TableKey.Short(LongestAgreement, agreementId)}:{InstantColumns.Text(at)}";

    /// <summary>Before and after the keys of the open shelf.</summary>
    public static (string From, string Before) OpenRange { get; } =
        ($"{NameOf(Shelf.Open)}{Separator}", $"{NameOf(Shelf.Open)}{AfterSeparator}");

    public static ShelfRow Read(TableEntity row) => new(
        ShelfOf(row.RowKey), row.GetText(Agreement), row.GetText(Ticket), row.GetText(Clock), row.FindInstant(At), row.GetText(Body));

    /// <summary>What tells one content of a row from another.</summary>
    public static string MarkOf(ShelfRow row) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.AgreementId}\n{row.Body}")).AsSpan(0, MarkLength / 2));

    private static string NameOf(Shelf shelf) => shelf switch
    {
        Shelf.Open => "open",
        Shelf.Decided => "decided",
        Shelf.Tickets => "tickets",
        _ => throw new ArgumentOutOfRangeException(nameof(shelf), shelf, "There is no such shelf."),
    };

    private static Shelf ShelfOf(string key) => Enum.GetValues<Shelf>().First(
        shelf => key.StartsWith($"{NameOf(shelf)}{Separator}", StringComparison.Ordinal));
}
