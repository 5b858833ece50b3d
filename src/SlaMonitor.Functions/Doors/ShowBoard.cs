using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dashboard</c>: the board, a page with all open promises by urgency. Whoever may not see it is asked for a key.
/// </summary>
public sealed class ShowBoard(BoardAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowBoard))]
    [AsksItself]
    [PromiseQuery]
    [Query(BoardParameters.Mine, "Only what the reader has, who has said at /api/dashboard/name who they are.")]
    [Query(BoardParameters.Wall, "Large, for a screen on the wall.")]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    [Answer(200, "The page.", MediaTypes = ["text/html"])]
    [Answer(304, "It is as the reader has it.")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Board)] HttpRequest request,
        CancellationToken cancellationToken) =>
        access.AnswerAsync<ShowBoard>(request, Role.Reader, "Ask again.", () => answers.OfAsync(request, cancellationToken));
}
