using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Reporting;

/// <summary>Says, and counts for the health, that outcomes could not be filed, whoever was to file them: reports lack them.</summary>
public sealed class FilingFailures(ILogger<FilingFailures> logger)
{
    private long _count;

    /// <summary>How often that was since the start of the process.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Those of a ticket could not be filed.</summary>
    internal void OfTicket(string ticketId, Exception e)
    {
        Interlocked.Increment(ref _count);
        logger.OutcomesNotFiled(e, ticketId);
    }

    /// <summary>None could be filed.</summary>
    internal void OfAll(Exception e)
    {
        Interlocked.Increment(ref _count);
        logger.FilingFailed(e);
    }
}
