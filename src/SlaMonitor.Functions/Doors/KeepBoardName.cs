using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/dashboard/name</c>: remembers in the reader's browser who they are.</summary>
public sealed class KeepBoardName(NameAnswers answers, BoardAccess access)
{
    [Function(nameof(KeepBoardName))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.Name)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            return await access.RefuseAsync(request) ?? await answers.RememberAsync(request, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Press the button again.");
        }
    }
}
