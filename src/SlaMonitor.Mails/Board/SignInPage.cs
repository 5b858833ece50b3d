using System.Net;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>The page at which people show their key to see the board. It is plain, so that no template can keep anybody out.</summary>
/// <param name="Language">The reader's language, as a BCP 47 tag.</param>
/// <param name="Next">Where they wanted to go, as seen from the board's folder.</param>
public sealed record SignInPage(string Language, string Next)
{
    /// <summary>Why they are asked.</summary>
    public SignInState State { get; init; }

    /// <summary>How they may sign in.</summary>
    public WaysToSignIn Ways { get; init; } = new(ByKey: true, ByPlatform: null);

    /// <summary>From the page to the board's folder.</summary>
    public string Up { get; init; } = string.Empty;

    /// <summary>The path of the page that they wanted, percent-encoded: the platform leads back to it.</summary>
    public string PlatformNext { get; init; } = "/";

    /// <summary>The style sheet.</summary>
    public required string StyleUrl { get; init; }

    /// <summary>The page as HTML, with all that strangers wrote encoded.</summary>
    public string Html()
    {
        var wording = Wording.For(Language);
        var words = wording.SignIn;
        var said = State switch
        {
            SignInState.Wrong => words.Wrong,
            SignInState.Expired => words.Expired,
            SignInState.Out => words.SignedOut,
            SignInState.NotAllowed => words.NotAllowed,
            _ => string.Empty,
        };
        var notice = said.Length > 0 ? $"<p class=\"notice\" role=\"alert\">{Encoded(said)}</p>" : string.Empty;
        var form = Ways.ByKey
            ? $"""
              <form method="post" action="{Encoded(Up)}dashboard/sign-in?lang={wording.Language}" class="choices">
              <input type="hidden" name="next" value="{Encoded(Next)}">
              <label>{Encoded(words.Key)} <input type="password" name="key" required autofocus autocomplete="current-password"></label>
              <button type="submit">{Encoded(words.Button)}</button>
              </form>
              <p class="soft">{Encoded(words.Advice)}</p>
              """
            : Ways.ByPlatform is null ? $"<p>{Encoded(words.NoKeySet)}</p>" : string.Empty;
        var platform = Ways.ByPlatform is { } address ? PlatformLink($"{address}?post_login_redirect_uri={PlatformNext}", words) : "";
        return $"""
            <!DOCTYPE html>
            <html lang="{wording.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Encoded(words.Title)}</title>
            <link rel="stylesheet" href="{Encoded(StyleUrl)}">
            </head>
            <body class="sign-in">
            <main>
            <h1>{Encoded(words.Title)}</h1>
            <section>
            {notice}
            {platform}
            {form}
            </section>
            </main>
            </body>
            </html>

            """;
    }

    private static string PlatformLink(string address, SignInWords words) =>
        $"<p><a href=\"{Encoded(address)}\">{Encoded(words.ByPlatform)}</a></p>";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
