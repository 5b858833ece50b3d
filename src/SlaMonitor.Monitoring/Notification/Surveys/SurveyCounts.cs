using Microsoft.Extensions.Logging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Surveys;

/// <summary>
/// Surveys that reach nobody. That is no trouble of anybody's, and nobody is told instead: it is counted, so that it is not silent.
/// </summary>
public sealed class SurveyCounts(ILogger<SurveyCounts> logger) : ICounts
{
    private long _unknown;
    private long _notSent;

    /// <inheritdoc />
    /// <remarks>
    /// <c>surveys.requesterUnknown</c>: resolved tickets whose requester has no address that is known, or several. <c>surveys.notSent</c>:
    /// mails that the requester's mail system refused, or that came too late.
    /// </remarks>
    public IReadOnlyDictionary<string, long> Read()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["surveys.requesterUnknown"] = Interlocked.Read(ref _unknown),
            ["surveys.notSent"] = Interlocked.Read(ref _notSent),
        };
        return counts.Where(count => count.Value > 0).ToDictionary(StringComparer.Ordinal);
    }

    internal void RequesterUnknown(string ticketId)
    {
        Interlocked.Increment(ref _unknown);
        logger.RequesterNotAsked(ticketId);
    }

    internal void NotSent(string ticketId, string reason)
    {
        Interlocked.Increment(ref _notSent);
        logger.SurveyNotSent(ticketId, reason);
    }
}
