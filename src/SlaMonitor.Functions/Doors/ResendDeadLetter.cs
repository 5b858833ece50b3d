using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/dead-letters/{number}</c>: sends one again. What it tells is told once all the same.</summary>
public sealed class ResendDeadLetter(DeadLetterDesk desk, AccessKeys keys, AuditTrail trail)
{
    [Function(nameof(ResendDeadLetter))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/dead-letters/{number}")] HttpRequest request, string number,
        CancellationToken cancellationToken) =>
        DeadLetterAnswers.OfOneAsync<ResendDeadLetter>(request, number, async sequence =>
        {
            if (!await desk.ResendAsync(sequence, cancellationToken)) return null;

            await trail.RecordAsync(
                request.Identity(keys).Name, AuditDeed.DeadLettersResent, $"dead letter {sequence}", detail: null, cancellationToken);
            return Json.Ok(new ResentView(1));
        });
}
