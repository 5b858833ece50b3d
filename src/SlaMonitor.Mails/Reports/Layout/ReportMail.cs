using System.Globalization;
using NodaTime;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports.Sections;

namespace SlaMonitor.Mails.Reports.Layout;

/// <summary>Writes the mails that bring a report, or ask whether it may be sent.</summary>
public sealed class ReportMail(ReportPages pages)
{
    /// <summary>The mail that brings a report: the page itself, and its main figures as text.</summary>
    /// <param name="id">The mail's id.</param>
    /// <param name="to">The address.</param>
    /// <param name="date">When it is written.</param>
    /// <param name="page">The report, in the reader's language.</param>
    /// <param name="workbook">The same as a workbook, which is attached; <c>null</c>: none is.</param>
    public Mail Bring(string id, string to, Instant date, ReportPage page, byte[]? workbook = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        var model = ReportModel.Of(page);
        return new Mail
        {
            NotificationId = id,
            TicketId = null,
            To = to,
            Subject = model.Title,
            Text = TextOf(model),
            Html = pages.Html(model),
            Language = model.Language,
            Date = date,
            Attachments = workbook is null
                ? []
                : [new($"{page.Report.Terms.Id}-{page.Report.Span}.{ReportFormats.Xlsx}", ReportFormats.WorkbookType, workbook)],
        };
    }

    /// <summary>The mail that asks whether a report may go to the customer.</summary>
    /// <param name="id">The mail's id.</param>
    /// <param name="to">The address.</param>
    /// <param name="date">When it is written.</param>
    /// <param name="page">The report, in the reader's language.</param>
    /// <param name="link">Where it is approved.</param>
    public static Mail AskApproval(string id, string to, Instant date, ReportPage page, Uri link)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(link);
        var (title, words) = (ReportModel.HeadOf(new ReportWriting(page)).Title, ReportMailWords.For(page.Language));
        return PlainMail.Of(
            id, to, Wording.For(page.Language), date,
            string.Format(CultureInfo.InvariantCulture, words.ApprovalSubject, title),
            [[$"{title}. {words.ApprovalAsk}"], [link.AbsoluteUri], [words.ApprovalOnce]]);
    }

    private static string TextOf(ReportModel model)
    {
        var lines = model.Facts.Concat(model.Figures)
            .Select(fact => fact.Note is null ? $"- {fact.Label}: {fact.Text}" : $"- {fact.Label}: {fact.Text} ({fact.Note})");
        return $"{model.Kind}\n{model.Title}\n{model.Tone.Word}\n\n{string.Join('\n', lines)}\n";
    }
}
