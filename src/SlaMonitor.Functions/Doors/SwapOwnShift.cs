using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/dashboard/shifts/{token}</c>: lets somebody stand in for a shift of the person whom the link names, or takes that back. It
/// counts at once; shifts of others it does not change.
/// </summary>
public sealed class SwapOwnShift(OnCallAnswers answers)
{
    [Function(nameof(SwapOwnShift))]
    [AnyQuery]
    [Answer(302, "It counts; back to the page.")]
    [Answer(409, "It cannot be: the page says why.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.Shifts + "/{token}")]
        HttpRequest request, string token, CancellationToken cancellationToken) =>
        OutageAnswers.OrTryAgainAsync(request, "Try again.", () => answers.OfLinkAsync(request, token, cancellationToken));
}
