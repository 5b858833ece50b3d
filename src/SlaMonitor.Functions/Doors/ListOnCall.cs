using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/on-call</c>: who is on call in every rotation of the agreements in force, who is next, and when nobody is within four weeks;
/// <c>?at=</c> shows another time.
/// </summary>
public sealed class ListOnCall(IAgreementSource agreements, IClock clock)
{
    private const string At = "at";

    [Function(nameof(ListOnCall))]
    [Query(At, "Shows another time than now.", Example = TimeParameter.Example)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/on-call")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ListOnCall>(request) is { } unknown) return unknown;
        if (TimeParameter.Read(request, At, out var asked) is { } wrong) return wrong;

        var book = await agreements.GetAsync(cancellationToken);
        var at = asked ?? clock.GetCurrentInstant();
        var inForce = book.Agreements.Select(history => history.VersionAt(at)).Where(version => version is not null);
        return Json.Ok(new RotationListView(
            at,
            [.. inForce.SelectMany(version => RotationView.Of(version!, at))],
            agreements.Troubles is { Count: > 0 } troubles ? troubles : null));
    }
}
