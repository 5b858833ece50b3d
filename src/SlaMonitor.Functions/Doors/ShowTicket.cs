using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/tickets/{id}</c>: the ticket, every clock with its explanation, and who was told of what. To a reader who prefers
/// <c>text/plain</c>, the clocks in words.
/// </summary>
public sealed class ShowTicket(TicketViews views)
{
    [Function(nameof(ShowTicket))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "tickets/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken)
    {
        try
        {
            if (request.Prefers("text/plain"))
                return await views.ExplainAsync(id, cancellationToken) is { } text
                    ? TypedResults.Text(text)
                    : ProblemAnswers.NoSuchTicket(id);

            return await views.FindAsync(id, cancellationToken) is { } view ? Json.Ok(view) : ProblemAnswers.NoSuchTicket(id);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
