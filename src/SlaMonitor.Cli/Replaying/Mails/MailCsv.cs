using System.Globalization;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Monitoring.Replaying;

namespace SlaMonitor.Cli.Replaying.Mails;

/// <summary><c>mails.csv</c>: each thing that somebody would have been told in a line; what one mail tells has its number.</summary>
internal static class MailCsv
{
    public const string Header = "mail,at,to,kind,ticket,target,cycle,step,stepAt,because";

    public static void Write(TextWriter writer, long number, PlayedMail mail)
    {
        foreach (var item in mail.Items)
        {
            var (target, cycle) = item.Clock.Parts ?? (item.Clock.ToString(), 0);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{number},{mail.At},"));
            CsvText.Write(writer, mail.Recipient);
            writer.Write($",{ReportNames.Of(item.Kind)},");
            CsvText.Write(writer, item.TicketId);
            writer.Write(',');
            CsvText.Write(writer, target);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $",{cycle},"));
            CsvText.Write(writer, item.Step);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $",{item.At},"));
            CsvText.Write(writer, item.Because);
            writer.Write('\n');
        }
    }
}
