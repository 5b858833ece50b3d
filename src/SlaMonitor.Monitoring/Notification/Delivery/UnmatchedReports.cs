using Microsoft.Extensions.Logging;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>
/// What mail systems tell of mails that are not to be found here. It may be a mail of another program on the same account; it may be that
/// somebody was not told. So it is said and counted.
/// </summary>
public sealed class UnmatchedReports(TimeProvider time, ILogger<UnmatchedReports> logger) : ICounts
{
    private long _count;

    private volatile UnmatchedReport? _last;

    /// <summary>The last one; <c>null</c> where there was none since the start.</summary>
    public UnmatchedReport? Last => _last;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, long> Read() =>
        Interlocked.Read(ref _count) is > 0 and var count
            ? new Dictionary<string, long>(StringComparer.Ordinal) { ["mails.unmatchedReports"] = count }
            : [];

    internal void Add(DeliveryReport report)
    {
        Interlocked.Increment(ref _count);
        _last = new UnmatchedReport(report.Recipient, time.GetCurrentInstant());
        logger.ReportUnmatched(report.Kind, report.Recipient, report.NotificationId ?? "", report.Reason);
    }
}
