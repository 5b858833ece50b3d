using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/dashboard/on-call</c>: who is on call, now and in the coming weeks.</summary>
public sealed class ShowOnCall(OnCallAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowOnCall))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.OnCall)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            return await access.RefuseAsync(request) ?? await answers.OfAsync(request, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
