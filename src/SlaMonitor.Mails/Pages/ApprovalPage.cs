using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Reports;

namespace SlaMonitor.Mails.Pages;

/// <summary>The page behind the link that approves a report. It is plain, so that no template can keep a report from being sent.</summary>
/// <param name="Language">The reader's language, as a BCP 47 tag.</param>
/// <param name="Sentence">What it says.</param>
/// <param name="About">Which report it is about; <c>null</c> where that is told to nobody.</param>
/// <param name="ActionUrl">Where the button posts to, relative to the page itself; <c>null</c>: there is none.</param>
public sealed record ApprovalPage(string Language, string Sentence, string? About, string? ActionUrl)
{
    /// <summary>The page as HTML.</summary>
    public string Html()
    {
        var about = About is null ? string.Empty : PlainHtml.Paragraph(About);
        var button = ActionUrl is null ? string.Empty : PlainPage.Button(ActionUrl, ReportMailWords.For(Language).Button);
        return PlainPage.Of(Language, Sentence, about + button);
    }
}
