using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/health/live</c>: 200 while the process answers. Whoever starts it anew when it does not asks this; a store or mail server
/// that is away does not come back by that.
/// </summary>
public sealed class ShowLiveness
{
    [Function(nameof(ShowLiveness))]
#pragma warning disable CA1822 // a function is found on an instance
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/live")] HttpRequest request) =>
        UnknownParameters.Of<ShowLiveness>(request) ?? Json.Ok(new { Status = "live" });
#pragma warning restore CA1822
}
