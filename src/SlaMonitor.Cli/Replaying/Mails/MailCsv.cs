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
            CsvText.WriteLine(
                writer,
                $"{number},{mail.At},{mail.Recipient},{ReportNames.Of(item.Kind)},{item.TicketId},{target},{cycle},{item.Step},{item.At},"
                + $"{item.Because}");
        }
    }
}
