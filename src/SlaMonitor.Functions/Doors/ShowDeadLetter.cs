using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/dead-letters/{number}</c>: one message that was given up, whole.</summary>
public sealed class ShowDeadLetter(DeadLetterDesk desk)
{
    [Function(nameof(ShowDeadLetter))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "get", "head", Route = "api/dead-letters/{number}")] HttpRequest request, string number,
        CancellationToken cancellationToken) =>
        DeadLetterAnswers.OfOneAsync<ShowDeadLetter>(request, number, async sequence =>
            await desk.FindAsync(sequence, cancellationToken) is { } letter ? Json.Ok(DeadLetterView.Of(letter, whole: true)) : null);
}
