using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/health</c>: 200 while events can be taken and told of, else 503 with what is wrong.</summary>
public sealed class ShowHealth(HealthViews health)
{
    [Function(nameof(ShowHealth))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var view = await health.LookAsync(cancellationToken);
        return Json.Of(view, view.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
