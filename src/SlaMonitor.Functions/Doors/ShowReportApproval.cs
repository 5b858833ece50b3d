using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Reporting.Monthly;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/approve-report/{token}</c>: a page with a button. It changes nothing: mail scanners open every link.</summary>
public sealed class ShowReportApproval(ReportApproval approval)
{
    [Function(nameof(ShowReportApproval))]
    [AnyQuery]
    [Answer(200, "The page.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/approve-report/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken) =>
        OutageAnswers.OrTryAgainAsync(
            request, "Open the link again.",
            async () => ApprovalAnswers.Of(request, token, await approval.LookAsync(token, cancellationToken)));
}
