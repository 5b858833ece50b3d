using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/promises?after=PLACE</c>: the promises whose clocks go on, the first due first: the late ones, then what is due next, and
/// last what is held. Up to a hundred are looked at, and those are told that are asked for (<see cref="PromiseFilters"/>); <c>next</c>
/// leads on where there are more.
/// </summary>
public sealed class ListPromises(PromiseReader reader, IAgreementSource agreements, IClock clock)
{
    private const int Page = 100;
    private const string After = "after";

    [Function(nameof(ListPromises))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "promises")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of(request, [After, .. PromiseFilters.Parameters, "code"]) is { } unknown) return unknown;
        if (PromiseFilters.Read(request, out var filter) is { } wrong) return wrong;

        try
        {
            if (!PagePlace.TryRead(request.Query[After].FirstOrDefault(), out var after)) return ProblemAnswers.NotAPlace(After);

            var (promises, next) = await reader.ReadOpenAsync(after, Page, cancellationToken);
            var book = await agreements.GetTermsAsync(cancellationToken);
            var now = clock.GetCurrentInstant();
            return Json.Ok(new OpenPromisePage(
                [.. promises.Select(promise => OpenPromise.Of(promise, book, now)).Where(filter.Matches).Select(OpenPromiseView.Of)],
                PagePlace.Of(next)));
        }
        catch (ArgumentException)
        {
            return ProblemAnswers.NotAPlace(After);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
