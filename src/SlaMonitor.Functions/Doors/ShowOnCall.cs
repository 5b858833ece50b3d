using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/dashboard/on-call</c>: who is on call, now and in the coming weeks.</summary>
public sealed class ShowOnCall(OnCallAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowOnCall))]
    [AsksItself]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    [Answer(200, "The page.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.OnCall)] HttpRequest request,
        CancellationToken cancellationToken) =>
        access.AnswerAsync<ShowOnCall>(request, Role.Reader, "Ask again.", () => answers.OfAsync(request, cancellationToken));
}
