using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/dead-letters</c>: sends all again. What they tell is told once all the same.</summary>
public sealed class ResendDeadLetters(DeadLetterDesk desk, AccessKeys keys, AuditTrail trail)
{
    [Function(nameof(ResendDeadLetters))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/dead-letters")] HttpRequest request,
        CancellationToken cancellationToken) =>
        DeadLetterAnswers.OfAsync<ResendDeadLetters>(
            request,
            async () =>
            {
                var count = await desk.ResendAllAsync(cancellationToken);
                if (count > 0)
                {
                    await trail.RecordAsync(
                        request.Identity(keys).Name, AuditDeed.DeadLettersResent, "all dead letters", $"{count}", cancellationToken);
                }

                return Json.Ok(new ResentView(count));
            },
            "Some may have been sent again; send the others again.");
}
