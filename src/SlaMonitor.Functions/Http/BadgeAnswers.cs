using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Board;
using SlaMonitor.Monitoring.Notification.Acknowledging;

namespace SlaMonitor.Functions.Http;

/// <summary>The badge of a ticket, as a page for a side panel and as a picture.</summary>
public sealed class BadgeAnswers(
    BoardTickets tickets, LastingLinks links, IOptions<AcknowledgeOptions> addresses, IOptions<BoardOptions> board)
{
    private const string Extension = ".svg";

    /// <summary>The whole address of a ticket's badge; with <c>.svg</c> behind it, that of the picture.</summary>
    internal string AddressOf(string ticket) =>
        $"{addresses.Value.PublicUrl.TrimEnd('/')}/api/badges/{links.Issue(new LastingLink(LastingLink.Badge, ticket))}";

    /// <summary>The badge that a link leads to.</summary>
    internal async Task<IResult> OfAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        var isPicture = token.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);
        var signed = isPicture ? token[..^Extension.Length] : token;
        if (await links.ReadAsync(signed, LastingLink.Badge) is not { } link
            || await tickets.StandAsync(link.Subject, cancellationToken) is not var (promises, hasClocks, now))
        {
            return ProblemAnswers.Problem(
                StatusCodes.Status404NotFound, "There is no such badge.", "The page of a ticket has the address of its badge.");
        }

        var badge = TicketBadge.Of(promises, hasClocks, now, request.LanguageOf());
        request.ProtectBadge(board.Value.FrameAncestors);
        if (isPicture) return TypedResults.Content(badge.Svg(), "image/svg+xml", Encoding.UTF8);
        if (BoardMark.IsKnown(request, badge.Mark, now)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);

        return TypedResults.Content(
            badge.Html(
                FileOf(BoardFiles.Style), FileOf(BoardFiles.Script),
                $"../{BoardAddress.Board}/tickets/{Uri.EscapeDataString(link.Subject)}"),
            "text/html", Encoding.UTF8);
    }

    private static string FileOf(string name) => $"../{BoardAddress.Board}/files/{BoardFiles.Find(name)!.Mark}/{name}";
}
