using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/tickets?after=PLACE</c>: the tickets with a promise that goes on, each once, by the one of its promises that is due first;
/// the first due first. Filters ask about that promise and its ticket. Up to a hundred promises are looked at for a page, so that it may
/// have few tickets, or none; <c>next</c> leads on where there are more.
/// </summary>
public sealed class ListTickets(OpenPromiseAnswers answers)
{
    [Function(nameof(ListTickets))]
    [PromiseQuery]
    [PriorityQuery]
    [Query(ListPlace.Parameter, ListPlace.Meaning)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/tickets")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ListTickets>(request) is { } unknown) return unknown;

        // What an earlier version has filed does not say which comes first, until it is filed anew: it is told rather than left out.
        return await answers.OfAsync(
            request,
            (promises, next) => new OpenTicketPage(
                [.. promises.Where(promise => promise.Outcome.IsNext != false).Select(OpenTicketView.Of)], next),
            cancellationToken);
    }
}
