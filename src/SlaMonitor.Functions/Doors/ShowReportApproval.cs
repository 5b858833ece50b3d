using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting.Monthly;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/approve-report/{token}</c>: a page with a button. It changes nothing: mail scanners open every link.</summary>
public sealed class ShowReportApproval(ReportApproval approval)
{
    [Function(nameof(ShowReportApproval))]
    [AnyQuery]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/approve-report/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken)
    {
        try
        {
            return ApprovalAnswers.Of(request, token, await approval.LookAsync(token, cancellationToken));
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Open the link again.");
        }
    }
}
