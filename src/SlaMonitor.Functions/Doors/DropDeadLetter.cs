using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Notification;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>DELETE /api/dead-letters/{number}</c>: drops one that somebody has seen to.</summary>
public sealed class DropDeadLetter(DeadLetterDesk desk)
{
    [Function(nameof(DropDeadLetter))]
    [Answer(204, "It is gone.")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = "api/dead-letters/{number}")] HttpRequest request, string number,
        CancellationToken cancellationToken) =>
        DeadLetterAnswers.OfOneAsync<DropDeadLetter>(request, number, async sequence =>
            await desk.DropAsync(sequence, cancellationToken) ? TypedResults.NoContent() : null);
}
