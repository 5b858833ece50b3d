using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>What a mail carried: one partition and one row for each mail.</summary>
internal static class MailRow
{
    public const string RowKey = "mail";

    private const string Mail = "Mail";
    private const string Body = "Body";
    private const string KeptAt = "KeptAt";

    public static TableEntity Of(MailManifest manifest)
    {
        var row = new TableEntity(TableKey.Of(manifest.MailId), RowKey);
        row.SetText(Mail, manifest.MailId);
        row.SetText(Body, manifest.Body);
        row.SetInstant(KeptAt, manifest.KeptAt);
        return row;
    }

    /// <summary>Finds the rows of mails that were kept before a moment.</summary>
    public static string KeptBefore(Instant moment) => $"{KeptAt} lt '{InstantColumns.Text(moment)}'";

    public static MailManifest Read(TableEntity row) => new(row.GetText(Mail), row.GetText(Body), row.GetInstant(KeptAt));
}
