using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;

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
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.Shifts + "/{token}")]
        HttpRequest request, string token, CancellationToken cancellationToken)
    {
        try
        {
            return await answers.OfLinkAsync(request, token, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Try again.");
        }
    }
}
