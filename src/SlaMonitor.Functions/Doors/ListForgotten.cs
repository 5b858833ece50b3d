using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Forgetting;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/forgotten</c>: who was forgotten when, and what was erased, without their names.</summary>
public sealed class ListForgotten(ErasureRecords records)
{
    [Function(nameof(ListForgotten))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "get", "head", Route = "api/forgotten")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ListForgotten>(request) is { } unknown) return unknown;

        try
        {
            return Json.Ok(new { Forgotten = await records.ListAsync(cancellationToken) });
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
