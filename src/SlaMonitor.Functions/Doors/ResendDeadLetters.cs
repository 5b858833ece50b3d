using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/dead-letters</c>: sends all again. What they tell is told once all the same.</summary>
public sealed class ResendDeadLetters(DeadLetterDesk desk)
{
    [Function(nameof(ResendDeadLetters))]
    [Answer(200, "How many are sent again.", Json = typeof(ResentView))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/dead-letters")] HttpRequest request,
        CancellationToken cancellationToken) =>
        DeadLetterAnswers.OfAsync<ResendDeadLetters>(
            request,
            async () => Json.Ok(new ResentView(await desk.ResendAllAsync(cancellationToken))),
            "Some may have been sent again; send the others again.");
}
