using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/dashboard/monitor/dead-letters</c>: sends a dead letter again, or all of them. What they tell is told once all the same.
/// </summary>
public sealed class ResendFromBoard(MonitorAnswers answers, BoardAccess access)
{
    [Function(nameof(ResendFromBoard))]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.DeadLetters)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            return await access.RefuseAsync(request, Role.Admin) ?? UnknownParameters.Of<ResendFromBoard>(request)
                ?? await answers.ResendAsync(request, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Some may have been sent again; send the others again.");
        }
    }
}
