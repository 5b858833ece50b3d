using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dashboard/monitor</c>: how the monitor itself is, for those who work with it; its reasons name people and servers.
/// </summary>
public sealed class ShowMonitor(MonitorAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowMonitor))]
    [AsksItself]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    [Answer(200, "The page.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Monitor)] HttpRequest request,
        CancellationToken cancellationToken) =>
        access.AnswerAsync<ShowMonitor>(request, Role.Agent, "Ask again.", () => answers.OfAsync(request, cancellationToken));
}
