using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dashboard/tickets/{id}</c>: the page of one ticket with every clock explained; <c>?at=</c> shows it at another time, and
/// <c>?form=svg</c> is the drawing of its clocks.
/// </summary>
public sealed class ShowBoardTicket(TicketAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowBoardTicket))]
    [AsksItself]
    [Query(TicketAnswers.At, "Shows the ticket at another time.", Example = "2026-03-09T09:00:00Z")]
    [Query(TicketAnswers.Form, "The drawing of the clocks alone.", Values = [TicketAnswers.Drawing])]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    [Answer(200, "The page, or the drawing.", MediaTypes = ["text/html", "image/svg+xml"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Board + "/tickets/{*id}")]
        HttpRequest request, string? id, CancellationToken cancellationToken) =>
        access.AnswerAsync<ShowBoardTicket>(request, Role.Reader, "Ask again.", () => answers.OfAsync(request, id, cancellationToken));
}
