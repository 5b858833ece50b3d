using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/audit?after=PLACE</c>: who did what, the last deed first, a hundred at a time; <c>next</c> leads on where there are more.
/// With <c>Accept: text/csv</c>, all of it as a file.
/// </summary>
public sealed class ShowAudit(AuditTrail trail)
{
    private const int Page = 100;

    [Function(nameof(ShowAudit))]
    [Query(ListPlace.Parameter, ListPlace.Meaning)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "get", "head", Route = "api/audit")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ShowAudit>(request) is { } unknown) return unknown;

        return await ListPlace.PageAsync(request, async after =>
        {
            if (request.Prefers(AuditCsv.MediaType)) return await AuditCsv.OfAsync(trail.ReadAllAsync(cancellationToken));

            var page = await trail.ReadAsync(after, Page, cancellationToken);
            return Json.Ok(new AuditPage([.. page.Kept.Select(AuditEntryView.Of)], ListPlace.Write(page.Next)));
        });
    }
}
