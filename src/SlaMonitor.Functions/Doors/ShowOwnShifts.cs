using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dashboard/shifts/{token}</c>: the shifts of one person in a rotation, and the form by which they find somebody to stand in.
/// The link is signed and the person's own, so that nobody has to sign in.
/// </summary>
public sealed class ShowOwnShifts(OnCallAnswers answers)
{
    [Function(nameof(ShowOwnShifts))]
    [AnyQuery]
    [Answer(200, "The page.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Shifts + "/{token}")]
        HttpRequest request, string token, CancellationToken cancellationToken) =>
        OutageAnswers.OrTryAgainAsync(request, "Try again.", () => answers.OfLinkAsync(request, token, cancellationToken));
}
