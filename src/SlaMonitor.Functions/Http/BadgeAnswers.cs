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
            || await tickets.ExplainAsync(link.Subject, at: null, cancellationToken) is not { } clocks)
        {
            return ProblemAnswers.Problem(
                StatusCodes.Status404NotFound, "There is no such badge.", "The page of a ticket has the address of its badge.");
        }

        var badge = TicketBadge.Of(clocks, request.LanguageOf());
        request.ProtectBadge(board.Value.FrameAncestors);
        return isPicture
            ? TypedResults.Content(badge.Svg(), "image/svg+xml", Encoding.UTF8)
            : TypedResults.Content(
                badge.Html(
                    $"../{BoardAddress.Board}/files/{BoardFiles.Find(BoardFiles.Style)!.Mark}/{BoardFiles.Style}",
                    $"../{BoardAddress.Board}/tickets/{Uri.EscapeDataString(link.Subject)}"),
                "text/html", Encoding.UTF8);
    }
}
