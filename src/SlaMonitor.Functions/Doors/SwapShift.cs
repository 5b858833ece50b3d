using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/dashboard/on-call</c>: lets somebody stand in for a stretch of a rotation, or takes that back. It counts at once.
/// </summary>
public sealed class SwapShift(OnCallAnswers answers, BoardAccess access)
{
    [Function(nameof(SwapShift))]
    [AsksItself]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    [Answer(302, "It counts; back to the page.")]
    [Answer(409, "It cannot be: the page says why.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.OnCall)] HttpRequest request,
        CancellationToken cancellationToken) =>
        access.AnswerAsync<SwapShift>(request, Role.Agent, "Press the button again.", () => answers.SwapAsync(request, cancellationToken));
}
