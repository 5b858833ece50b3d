using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/dashboard/on-call</c>: lets somebody stand in for a stretch of a rotation, or takes that back. It counts at once.
/// </summary>
public sealed class SwapShift(OnCallAnswers answers, BoardAccess access)
{
    [Function(nameof(SwapShift))]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.OnCall)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            return await access.RefuseAsync(request, Role.Agent) ?? UnknownParameters.Of<SwapShift>(request)
                ?? await answers.SwapAsync(request, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Press the button again.");
        }
    }
}
