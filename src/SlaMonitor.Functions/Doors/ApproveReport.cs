using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting.Monthly;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/approve-report/{token}</c>: sends the report to the customer; a second time sends nothing more.</summary>
public sealed class ApproveReport(ReportApproval approval, AuditTrail trail)
{
    [Function(nameof(ApproveReport))]
    [AnyQuery]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/approve-report/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken)
    {
        try
        {
            var state = await approval.ApproveAsync(token, cancellationToken);
            if (state is { Stand: ApprovalStand.Approved, Terms: { } terms })
            {
                await trail.RecordAsync(
                    terms.Reports?.ApprovedBy ?? "the report's link", AuditDeed.ReportApproved, terms.Id, state.Month?.ToString(),
                    cancellationToken);
            }

            return ApprovalAnswers.Of(request, token, state);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Press the button again.");
        }
    }
}
