using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dashboard/tickets/{id}</c>: the page of one ticket with every clock explained; <c>?at=</c> shows it at another time, and
/// <c>?form=svg</c> is the drawing of its clocks.
/// </summary>
public sealed class ShowBoardTicket(TicketAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowBoardTicket))]
    [Query(TicketAnswers.At, "Shows the ticket at another time.", Example = "2026-03-09T09:00:00Z")]
    [Query(TicketAnswers.Form, "The drawing of the clocks alone.", Values = [TicketAnswers.Drawing])]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Board + "/tickets/{*id}")]
        HttpRequest request, string? id, CancellationToken cancellationToken)
    {
        try
        {
            return await access.RefuseAsync(request) ?? UnknownParameters.Of<ShowBoardTicket>(request)
                ?? await answers.OfAsync(request, id, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
