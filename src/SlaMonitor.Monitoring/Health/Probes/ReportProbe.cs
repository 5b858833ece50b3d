using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Health.Failures;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Reporting.Monthly;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>Whether everybody who is to have a report gets it, and whether it has all tickets.</summary>
internal sealed class ReportProbe(
    MailFailures failures, ReportApprovals approvals, FilingFailures filing, IAgreementSource agreements, IClock clock, TimeProvider time)
    : IHealthProbe
{
    /// <summary>How long a report may wait for its approval before a person should look.</summary>
    internal static readonly Duration Patience = Duration.FromDays(2);

    public string Name => "reports";

    public bool IsVital => false;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var reasons = new List<string>();
        if (await failures.FindAsync(MailFailures.OfReports, cancellationToken) is var (reason, at)
            && at > time.GetCurrentInstant() - DateMailProbe.Fresh)
        {
            reasons.Add($"A monthly report could not be ordered at {at}: {reason} See the log (MonthlyReportsFailed).");
        }

        if (filing.Count is > 0 and var failed)
            reasons.Add($"{failed} times the outcome of a ticket could not be filed: reports lack it. See the log (OutcomesNotFiled).");

        foreach (var history in (await agreements.GetTermsAsync(cancellationToken)).Agreements)
        {
            if (MonthlyReports.TermsAt(history, now)?.Reports?.ApprovedBy is not { } approver) continue;

            var open = await approvals.FindOpenAsync(history.Id, cancellationToken);
            reasons.AddRange(open.Where(report => report.Since < now - Patience).Select(report =>
                $"The report of {history.Id} on {report.Month} waits since {report.Since} for {approver} to approve it: "
                + "the customer has not got it."));
        }

        return ProbeResult.DegradedWhere(reasons);
    }
}
