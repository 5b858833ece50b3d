using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>DELETE /api/dead-letters/{number}</c>: drops one that somebody has seen to.</summary>
public sealed class DropDeadLetter(DeadLetterDesk desk, AccessKeys keys, AuditTrail trail)
{
    [Function(nameof(DropDeadLetter))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = "api/dead-letters/{number}")] HttpRequest request, string number,
        CancellationToken cancellationToken) =>
        DeadLetterAnswers.OfOneAsync<DropDeadLetter>(request, number, async sequence =>
        {
            if (!await desk.DropAsync(sequence, cancellationToken)) return null;

            await trail.RecordAsync(
                request.Identity(keys).Name, AuditDeed.DeadLetterDropped, $"dead letter {sequence}", detail: null, cancellationToken);
            return TypedResults.NoContent();
        });
}
