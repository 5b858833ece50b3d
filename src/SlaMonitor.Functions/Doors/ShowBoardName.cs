using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/dashboard/name</c>: asks readers of the board who they are.</summary>
public sealed class ShowBoardName(NameAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowBoardName))]
    [Query(BoardAddress.Next, "The page to lead to afterwards, as seen from the folder of the board.")]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Name)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            return await access.RefuseAsync(request) ?? UnknownParameters.Of<ShowBoardName>(request)
                ?? await answers.OfAsync(request, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
