using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Health;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/health/details</c>: the health with its reasons. In Azure the host alone knows the app's function keys, so that an address
/// which everybody may call cannot tell who has one; this one cannot be called without.
/// </summary>
public sealed class ShowHealthDetails(MonitorHealth health)
{
    [Function(nameof(ShowHealthDetails))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/health/details")] HttpRequest request,
        CancellationToken cancellationToken) =>
        UnknownParameters.Of<ShowHealthDetails>(request) ?? HealthAnswers.Whole(await health.LookAsync(cancellationToken));
}
