using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Health;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/health</c>: 200 while events can be taken and told of, <c>degraded</c> among them where a person should look, else 503. Why,
/// it says with a key only.
/// </summary>
public sealed class ShowHealth(MonitorHealth health, AccessKeys keys)
{
    [Function(nameof(ShowHealth))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ShowHealth>(request) is { } unknown) return unknown;

        var view = await health.LookAsync(cancellationToken);
        return request.HasKey(keys) ? HealthAnswers.Whole(view) : HealthAnswers.Short(view);
    }
}
