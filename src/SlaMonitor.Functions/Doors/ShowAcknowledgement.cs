using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/acknowledge/{token}</c>: a page with a button. It changes nothing: mail scanners open every link, and
/// run what they find there.
/// </summary>
public sealed class ShowAcknowledgement(Acknowledger acknowledger, IAcknowledgePages pages)
{
    [Function(nameof(ShowAcknowledgement))]
    [AnyQuery]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/acknowledge/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken)
    {
        try
        {
            return AcknowledgeAnswers.Of(request, await acknowledger.LookAsync(token, cancellationToken), pages);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Open the link again.");
        }
    }
}
