using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/notifications?after=PLACE</c>: who was told of what, and what became of it, ticket by ticket. Up to a thousand are looked at
/// for a page, and those are told that are asked for; <c>next</c> leads on where there are more.
/// </summary>
public sealed class ListNotifications(ToldNotifications told)
{
    [Function(nameof(ListNotifications))]
    [ToldQuery]
    [Query(ListPlace.Parameter, ListPlace.Meaning)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/notifications")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ListNotifications>(request) is { } unknown) return unknown;
        if (ToldQueryAttribute.Read(request, out var filter) is { } wrong) return wrong;

        return await ListPlace.PageAsync(request, async after =>
        {
            var page = await told.ReadAsync(filter, after, cancellationToken);
            return Json.Ok(new ToldPage([.. page.Kept.Select(ToldView.Of)], ListPlace.Write(page.Next)));
        });
    }
}
