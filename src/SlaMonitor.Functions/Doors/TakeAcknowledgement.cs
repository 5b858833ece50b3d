using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/acknowledge/{token}</c>: takes the promise; to whoever comes second, 200 with who has it since when.</summary>
public sealed class TakeAcknowledgement(Acknowledger acknowledger, IAcknowledgePages pages, AuditTrail trail)
{
    [Function(nameof(TakeAcknowledgement))]
    [AnyQuery]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/acknowledge/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken)
    {
        try
        {
            var page = await acknowledger.TakeAsync(token, cancellationToken);
            foreach (var taken in page.Promises.Where(promise => promise.JustTaken))
            {
                var clock = taken.Explanation.Clock;
                await trail.RecordAsync(
                    page.Recipient!, AuditDeed.PromiseTaken, clock.Ticket.Id, $"{clock.Id}, by a mail's button", cancellationToken);
            }

            return AcknowledgeAnswers.Of(request, page, pages);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Press the button again.");
        }
    }
}
