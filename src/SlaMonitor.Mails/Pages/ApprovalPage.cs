using System.Net;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports;

namespace SlaMonitor.Mails.Pages;

/// <summary>The page behind the link that approves a report. It is plain, so that no template can keep a report from being sent.</summary>
/// <param name="Language">The reader's language, as a BCP 47 tag.</param>
/// <param name="Sentence">What it says.</param>
/// <param name="About">Which report it is about; <c>null</c> where that is told to nobody.</param>
/// <param name="ActionUrl">Where the button posts to, relative to the page itself; <c>null</c>: there is none.</param>
public sealed record ApprovalPage(string Language, string Sentence, string? About, string? ActionUrl)
{
    private const string Style =
        "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}"
        + "button{font:inherit;padding:.6rem 1.2rem}";

    /// <summary>The page as HTML.</summary>
    public string Html()
    {
        var language = Wording.For(Language).Language;
        var about = About is null ? string.Empty : $"<p>{WebUtility.HtmlEncode(About)}</p>";
        var button = ActionUrl is null
            ? string.Empty
            : $"<form method=\"post\" action=\"{WebUtility.HtmlEncode(ActionUrl)}\">"
                + $"<button>{WebUtility.HtmlEncode(ReportMailWords.For(Language).Button)}</button></form>";
        return $"<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + $"<title>SLA</title><style>{Style}</style></head>"
            + $"<body><main><h1>{WebUtility.HtmlEncode(Sentence)}</h1>{about}{button}</main></body></html>\n";
    }
}
