using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/acknowledge/{token}</c>: a page with a button. It changes nothing: mail scanners open every link, and
/// run what they find there.
/// </summary>
public sealed class ShowAcknowledgement(Acknowledger acknowledger, IAcknowledgePages pages)
{
    [Function(nameof(ShowAcknowledgement))]
    [AnyQuery]
    [Answer(200, "The page, or how the promises stand.", Json = typeof(AcknowledgementView), MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/acknowledge/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken) =>
        OutageAnswers.OrTryAgainAsync(
            request, "Open the link again.",
            async () => AcknowledgeAnswers.Of(request, await acknowledger.LookAsync(token, cancellationToken), pages));
}
