using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Notification.Surveys;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/rate/{token}</c>: rates the ticket; another rating replaces it.</summary>
public sealed class RateTicket(TicketRater rater)
{
    [Function(nameof(RateTicket))]
    [AnyQuery]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/rate/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken)
    {
        try
        {
            return SurveyAnswers.Of(request, await rater.RateAsync(token, cancellationToken));
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Press the button again.");
        }
    }
}
