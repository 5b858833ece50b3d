using System.Net;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Pages;

/// <summary>Lays out the pages behind the links of plain mails. No template can spoil them; they run nothing and load nothing.</summary>
internal static class PlainPage
{
    private const string Style =
        "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark;"
        + "overflow-wrap:anywhere}button{font:inherit;padding:.6rem 1.2rem}form{margin:.5rem 0}";

    /// <param name="language">The reader's language, as a BCP 47 tag.</param>
    /// <param name="heading">The first sentence.</param>
    /// <param name="body">What comes after it, as HTML.</param>
    public static string Of(string language, string heading, string body) =>
        $"<!DOCTYPE html><html lang=\"{Wording.For(language).Language}\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + $"<title>SLA</title><style>{Style}</style></head>"
        + $"<body><main><h1>{WebUtility.HtmlEncode(heading)}</h1>{body}</main></body></html>\n";

    /// <summary>A button that posts.</summary>
    /// <param name="action">Where to, relative to the page itself.</param>
    /// <param name="label">What stands on it.</param>
    public static string Button(string action, string label) =>
        $"<form method=\"post\" action=\"{WebUtility.HtmlEncode(action)}\"><button>{WebUtility.HtmlEncode(label)}</button></form>";
}
