using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/dashboard/name</c>: remembers in the reader's browser who they are.</summary>
public sealed class KeepBoardName(NameAnswers answers, BoardAccess access)
{
    [Function(nameof(KeepBoardName))]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.Name)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            return await access.RefuseAsync(request) ?? UnknownParameters.Of<KeepBoardName>(request)
                ?? await answers.RememberAsync(request, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Press the button again.");
        }
    }
}
