using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Functions.Api;
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
    [PromiseQuery]
    [Query(After, "The place to go on at: what the answer before said as next.")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/promises")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ListPromises>(request) is { } unknown) return unknown;
        if (PromiseFilters.Read(request, out var filter) is { } wrong) return wrong;

        try
        {
            var place = request.Query[After].FirstOrDefault();
            var after = place is null ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(place));
            var (promises, next) = await reader.ReadOpenAsync(after, Page, cancellationToken);
            var book = await agreements.GetTermsAsync(cancellationToken);
            var now = clock.GetCurrentInstant();
            return Json.Ok(new OpenPromisePage(
                [.. promises.Select(promise => OpenPromise.Of(promise, book, now)).Where(filter.Matches).Select(OpenPromiseView.Of)],
                next is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(next))));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return ProblemAnswers.NotAPlace(After);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
