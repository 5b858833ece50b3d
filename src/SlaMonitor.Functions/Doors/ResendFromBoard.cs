using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/dashboard/monitor/dead-letters</c>: sends a dead letter again, or all of them. What they tell is told once all the same.
/// </summary>
public sealed class ResendFromBoard(MonitorAnswers answers, BoardAccess access)
{
    [Function(nameof(ResendFromBoard))]
    [AsksItself]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    [Answer(302, "They are sent again; back to the page.")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.DeadLetters)] HttpRequest request,
        CancellationToken cancellationToken) =>
        access.AnswerAsync<ResendFromBoard>(
            request, Role.Admin, "Some may have been sent again; send the others again.",
            () => answers.ResendAsync(request, cancellationToken));
}
