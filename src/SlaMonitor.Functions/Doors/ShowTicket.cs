using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/tickets/{id}</c>: the ticket, every clock with its explanation, and who was told of what. To a reader who prefers
/// <c>text/plain</c>, the clocks in words. An id may have slashes, escaped or not.
/// </summary>
public sealed class ShowTicket(TicketViews views)
{
    [Function(nameof(ShowTicket))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/tickets/{*id}")] HttpRequest request, string? id,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ShowTicket>(request) is { } unknown) return unknown;

        try
        {
            foreach (var ticket in TicketPath.IdsOf(id))
            {
                if (await FindAsync(request, ticket, cancellationToken) is { } answer) return answer;
            }

            return ProblemAnswers.NoSuchTicket(TicketPath.Unescaped(id));
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }

    private async Task<IResult?> FindAsync(HttpRequest request, string ticket, CancellationToken cancellationToken)
    {
        if (request.Prefers("text/plain"))
            return await views.ExplainAsync(ticket, cancellationToken) is { } text ? TypedResults.Text(text) : null;

        return await views.FindAsync(ticket, cancellationToken) is { } view ? Json.Ok(view) : null;
    }
}
