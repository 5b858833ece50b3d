using Microsoft.AspNetCore.Http;
using NodaTime;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// Pages of what is open, the first due first: the late ones, then what is due next, and last what is held. A page is one read of a hundred
/// promises, of which those are told that are asked for, however many tickets are open or closed.
/// </summary>
public sealed class OpenPromiseAnswers(PromiseReader reader, IAgreementSource agreements, IClock clock)
{
    private const int Page = 100;

    /// <summary>A page as an answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="view">Shows the promises that are asked for, and the place of the next page.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task<IResult> OfAsync<TView>(
        HttpRequest request, Func<IEnumerable<OpenPromise>, string?, TView> view, CancellationToken cancellationToken)
    {
        if (PromiseFilters.Read(request, out var filter) is { } wrong) return wrong;

        return await ListPlace.PageAsync(request, async after =>
        {
            var (promises, next) = await reader.ReadOpenAsync(after, Page, cancellationToken);
            var book = await agreements.GetTermsAsync(cancellationToken);
            var now = clock.GetCurrentInstant();
            return Json.Ok(view(
                promises.Select(promise => OpenPromise.Of(promise, book, now)).Where(filter.Matches), ListPlace.Write(next)));
        });
    }
}
