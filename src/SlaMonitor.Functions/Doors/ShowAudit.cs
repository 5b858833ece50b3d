using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/audit?after=PLACE</c>: who did what, the last deed first, a hundred at a time; <c>next</c> leads on where there are more.
/// With <c>Accept: text/csv</c>, all of it as a file.
/// </summary>
public sealed class ShowAudit(AuditTrail trail)
{
    private const int Page = 100;
    private const string After = "after";

    [Function(nameof(ShowAudit))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "audit")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of(request, After, AccessKeys.Query) is { } unknown) return unknown;

        try
        {
            if (request.Prefers(AuditCsv.MediaType)) return await AuditCsv.OfAsync(trail.ReadAllAsync(cancellationToken));
            if (!PagePlace.TryRead(request.Query[After].FirstOrDefault(), out var after)) return ProblemAnswers.NotAPlace(After);

            var page = await trail.ReadAsync(after, Page, cancellationToken);
            return Json.Ok(new AuditPage([.. page.Kept.Select(AuditEntryView.Of)], PagePlace.Of(page.Next)));
        }
        catch (ArgumentException)
        {
            return ProblemAnswers.NotAPlace(After);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
