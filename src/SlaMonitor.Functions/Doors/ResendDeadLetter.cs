using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/dead-letters/{number}</c>: sends one again. What it tells is told once all the same.</summary>
public sealed class ResendDeadLetter(DeadLetterDesk desk)
{
    [Function(nameof(ResendDeadLetter))]
    [Answer(200, "It is sent again.", Json = typeof(ResentView))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/dead-letters/{number}")] HttpRequest request, string number,
        CancellationToken cancellationToken) =>
        DeadLetterAnswers.OfOneAsync<ResendDeadLetter>(request, number, async sequence =>
            await desk.ResendAsync(sequence, cancellationToken) ? Json.Ok(new ResentView(1)) : null);
}
