using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Functions.Observability;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/metrics</c>: the metrics as Prometheus reads them: what this process has counted since it began, and how things stand.
/// </summary>
public sealed class ShowMetrics(MetricsAnswer metrics)
{
    [Function(nameof(ShowMetrics))]
    [Answer(200, "The metrics.", MediaTypes = ["text/plain"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/metrics")] HttpRequest request,
        CancellationToken cancellationToken) =>
        UnknownParameters.Of<ShowMetrics>(request)
        ?? TypedResults.Text(await metrics.TextAsync(cancellationToken), PrometheusText.MediaType);
}
