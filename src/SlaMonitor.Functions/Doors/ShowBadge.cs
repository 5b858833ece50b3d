using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/badges/{token}</c>: how a ticket stands, as a small page that the helpdesks named in the settings may show inside their own;
/// with <c>.svg</c> behind it, as a picture. The address is signed, since a helpdesk cannot sign in.
/// </summary>
public sealed class ShowBadge(BadgeAnswers answers)
{
    [Function(nameof(ShowBadge))]
    [Query(BoardParameters.Language, "The language of the badge.", Values = ["en", "zh-CN"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/badges/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken)
    {
        try
        {
            return UnknownParameters.Of<ShowBadge>(request) ?? await answers.OfAsync(request, token, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
