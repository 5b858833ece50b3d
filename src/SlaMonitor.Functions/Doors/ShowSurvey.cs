using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Notification.Surveys;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/rate/{token}</c>: a page with buttons. It changes nothing: mail scanners open every link.</summary>
public sealed class ShowSurvey(TicketRater rater)
{
    [Function(nameof(ShowSurvey))]
    [AnyQuery]
    [Answer(200, "The page.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/rate/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken) =>
        OutageAnswers.OrTryAgainAsync(
            request, "Open the link again.", async () => SurveyAnswers.Of(request, await rater.LookAsync(token, cancellationToken)));
}
