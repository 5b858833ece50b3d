using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Monitoring.Reporting.Monthly;

/// <summary>What a link to approve a report leads to.</summary>
/// <param name="Stand">How it stands.</param>
/// <param name="Terms">The agreement; <c>null</c> where the link is good for nothing.</param>
/// <param name="Month">The month; <c>null</c> as well then.</param>
/// <param name="Language">The language of the reader.</param>
public sealed record ApprovalState(ApprovalStand Stand, Agreement? Terms, ReportSpan? Month, string Language);
