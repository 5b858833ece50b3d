using System.Text;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Mails.Board;

namespace SlaMonitor.Functions.Http;

/// <summary>The page to sign in at, as an answer.</summary>
internal static class SignInAnswers
{
    /// <summary>The page; it stands where another was asked for, and that is where its form leads on to.</summary>
    /// <param name="request">The request.</param>
    /// <param name="next">Where the reader wanted to go, as seen from the board's folder.</param>
    /// <param name="state">Why they are asked.</param>
    /// <param name="ways">How they may sign in.</param>
    public static IResult Of(HttpRequest request, string next, SignInState state, WaysToSignIn ways)
    {
        request.ProtectBoard();
        var page = new SignInPage(request.LanguageOf(), next)
        {
            State = state,
            Ways = ways,
            PlatformNext = Uri.EscapeDataString($"{request.PathBase}{request.Path}"),
            Up = BoardAddress.Up(request),
            StyleUrl = BoardAddress.OfFile(request, BoardFiles.Style),
        };
        var status = state switch
        {
            SignInState.Out => StatusCodes.Status200OK,
            SignInState.NotAllowed => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status401Unauthorized,
        };
        return TypedResults.Content(page.Html(), "text/html", Encoding.UTF8, status);
    }

    /// <summary>
    /// Where to go after signing in: a page of the board, and nothing that leads elsewhere.
    /// </summary>
    public static string NextOf(HttpRequest request, string? asked)
    {
        var isOurs = asked is not null
            && (asked == BoardAddress.Board || asked.StartsWith($"{BoardAddress.Board}?", StringComparison.Ordinal)
                || asked.StartsWith($"{BoardAddress.Board}/", StringComparison.Ordinal))
            && !asked.StartsWith($"{BoardAddress.Board}/sign-", StringComparison.Ordinal)
            && !asked.Contains("..", StringComparison.Ordinal) && !asked.Any(c => char.IsControl(c) || c == '\\');
        return BoardAddress.Up(request) + (isOurs ? asked : BoardAddress.Board);
    }
}
