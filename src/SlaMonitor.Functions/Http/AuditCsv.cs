using System.Text;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Functions.Http;

/// <summary>The audit log as a file for spreadsheets.</summary>
internal static class AuditCsv
{
    public const string MediaType = "text/csv";

    public static async Task<IResult> OfAsync(IAsyncEnumerable<AuditEntry> entries)
    {
        using var body = new MemoryStream();
        // Spreadsheets take a file without the mark for one of the machine's own code page.
        await using (var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await writer.WriteAsync("at,by,deed,subject,detail\n");
            await foreach (var entry in entries)
                CsvText.WriteLine(writer, $"{entry.At},{entry.By},{StoredName.Of(entry.Deed)},{entry.Subject},{entry.Detail}");
        }

        return TypedResults.Bytes(body.ToArray(), $"{MediaType}; charset=utf-8", "audit.csv");
    }
}
