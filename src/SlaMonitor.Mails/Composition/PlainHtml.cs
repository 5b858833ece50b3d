using System.Net;

namespace SlaMonitor.Mails.Composition;

/// <summary>Parts of the HTML of plain mails and pages.</summary>
internal static class PlainHtml
{
    /// <summary>A paragraph of a text, which a stranger may have written.</summary>
    public static string Paragraph(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>";
}
