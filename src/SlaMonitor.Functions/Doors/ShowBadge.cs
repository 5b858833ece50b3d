using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/badges/{token}</c>: how a ticket stands, as a small page that the helpdesks named in the settings may show inside their own;
/// with <c>.svg</c> behind it, as a picture. The address is signed, since a helpdesk cannot sign in.
/// </summary>
public sealed class ShowBadge(BadgeAnswers answers)
{
    [Function(nameof(ShowBadge))]
    [AnyQuery]
    [Answer(200, "The badge; with .svg behind the address, a picture.", MediaTypes = ["text/html", "image/svg+xml"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/badges/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken) =>
        OutageAnswers.OrTryAgainAsync(request, "Ask again.", () => answers.OfAsync(request, token, cancellationToken));
}
