using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Notification.Surveys;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/rate/{token}</c>: rates the ticket; another rating replaces it.</summary>
public sealed class RateTicket(TicketRater rater)
{
    [Function(nameof(RateTicket))]
    [AnyQuery]
    [Answer(200, "A page that thanks.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/rate/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken) =>
        OutageAnswers.OrTryAgainAsync(
            request, "Press the button again.", async () => SurveyAnswers.Of(request, await rater.RateAsync(token, cancellationToken)));
}
