using System.Text;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Board;

namespace SlaMonitor.Functions.Http;

/// <summary>The board as an answer.</summary>
public sealed class BoardAnswers(OpenPromises promises, BoardPages pages)
{
    private readonly LaidBoards _laid = new();

    /// <summary>The board, 304 where the reader has it as it is, or what is wrong with what was asked.</summary>
    internal async Task<IResult> OfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (PromiseFilters.Read(request, out var filter) is { } wrong) return wrong;

        if (request.Query.ContainsKey(BoardParameters.Mine))
        {
            if (ReaderName.Of(request) is not { } name)
                return TypedResults.Redirect(BoardAddress.OfName(request, request.LanguageOf()));
            filter = filter with { Mine = name };
        }

        var open = await promises.LookAsync(cancellationToken);
        var board = _laid.Get(request, open, () => pages.Lay(PageOf(request, filter, open)));
        request.ProtectBoard();
        return BoardMark.IsKnown(request, board.Mark, open.AsOf)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Content(board.Html(), "text/html", Encoding.UTF8);
    }

    private static BoardPage PageOf(HttpRequest request, PromiseFilter filter, OpenPromiseList open)
    {
        var (language, isWall) = (request.LanguageOf(), request.Query.ContainsKey(BoardParameters.Wall));
        return new BoardPage
        {
            Promises = open.Promises,
            IsWhole = open.IsWhole,
            AsOf = open.AsOf,
            Filter = filter,
            IsWall = isWall,
            Frame = BoardFrames.Of(request, language, asLanguage => BoardAddress.Of(request, filter, isWall, asLanguage)),
            TakeUrl = BoardAddress.OfTaking(request, language),
            Here = BoardAddress.Here(request),
            Address = (asked, onWall, asLanguage) => BoardAddress.Of(request, asked, onWall, asLanguage),
            Ticket = ticket => BoardAddress.OfTicket(request, ticket, language),
        };
    }
}
