using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/promises?after=PLACE</c>: the promises whose clocks go on, the first due first: the late ones, then what is due next, and
/// last what is held. Up to a hundred are looked at, and those are told that are asked for (<see cref="PromiseFilters"/>); <c>next</c>
/// leads on where there are more.
/// </summary>
public sealed class ListPromises(OpenPromiseAnswers answers)
{
    [Function(nameof(ListPromises))]
    [PromiseQuery]
    [PriorityQuery]
    [Query(ListPlace.Parameter, ListPlace.Meaning)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/promises")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ListPromises>(request) is { } unknown) return unknown;

        return await answers.OfAsync(
            request,
            (promises, next) => new OpenPromisePage([.. promises.Select(OpenPromiseView.Of)], next),
            cancellationToken);
    }
}
