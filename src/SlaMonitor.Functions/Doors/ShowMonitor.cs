using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dashboard/monitor</c>: how the monitor itself is, for those who work with it; its reasons name people and servers.
/// </summary>
public sealed class ShowMonitor(MonitorAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowMonitor))]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Monitor)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            return await access.RefuseAsync(request, Role.Agent) ?? UnknownParameters.Of<ShowMonitor>(request)
                ?? await answers.OfAsync(request, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
