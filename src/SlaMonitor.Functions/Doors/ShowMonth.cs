using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/dashboard/month</c>: how the running month stands, for each agreement.</summary>
public sealed class ShowMonth(MonthAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowMonth))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Month)] HttpRequest request,
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
