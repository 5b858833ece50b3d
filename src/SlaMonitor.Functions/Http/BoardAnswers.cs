using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Board;

namespace SlaMonitor.Functions.Http;

/// <summary>The board as an answer.</summary>
public sealed class BoardAnswers(OpenPromises promises, BoardPages pages)
{
    /// <summary>The header that tells a page's script what the monitor's clock shows.</summary>
    private const string Now = "SlaMonitor-Now";

    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The board, 304 where the reader has it as it is, or what is wrong with what was asked.</summary>
    internal async Task<IResult> OfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of(request, [.. PromiseFilters.Parameters, BoardAddress.Wall, BoardAddress.Language, "code"]) is { } unknown)
            return unknown;
        if (PromiseFilters.Read(request, out var filter) is { } wrong) return wrong;

        var open = await promises.LookAsync(cancellationToken);
        var page = PageOf(request, filter, open);
        var mark = $"\"{pages.MarkOf(page)}\"";
        Protect(request);
        var headers = request.HttpContext.Response.Headers;
        headers[Now] = InstantPattern.ExtendedIso.Format(open.AsOf);
        headers.ETag = mark;
        headers.CacheControl = "private, no-cache";
        return request.Headers.IfNoneMatch.ToString() == mark
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Content(pages.Html(page), "text/html", Encoding.UTF8);
    }

    /// <summary>Keeps a page from running, loading or sending anything that is not ours, and from being kept by others.</summary>
    internal static void Protect(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
    }

    private static BoardPage PageOf(HttpRequest request, PromiseFilter filter, OpenPromiseList open)
    {
        var language = request.LanguageOf();
        return new BoardPage
        {
            Promises = open.Promises,
            IsWhole = open.IsWhole,
            AsOf = open.AsOf,
            Filter = filter,
            IsWall = request.Query.ContainsKey(BoardAddress.Wall),
            Language = language,
            Address = (asked, isWall, asLanguage) => BoardAddress.Of(request, asked, isWall, asLanguage),
            Ticket = ticket => BoardAddress.OfTicket(request, ticket, language),
            SignOut = BoardAccess.HasSession(request) ? $"{BoardAddress.Up(request)}{BoardAddress.SignOut}" : null,
            File = file => BoardAddress.OfFile(request, file),
        };
    }
}
