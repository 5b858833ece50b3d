using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/dashboard/name</c>: asks readers of the board who they are.</summary>
public sealed class ShowBoardName(NameAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowBoardName))]
    [AsksItself]
    [Query(BoardAddress.Next, "The page to lead to afterwards, as seen from the folder of the board.")]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    [Answer(200, "The page.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Name)] HttpRequest request,
        CancellationToken cancellationToken) =>
        access.AnswerAsync<ShowBoardName>(request, Role.Reader, "Ask again.", () => answers.OfAsync(request, cancellationToken));
}
