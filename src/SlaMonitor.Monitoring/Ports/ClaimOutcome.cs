namespace SlaMonitor.Monitoring.Ports;

/// <summary>What a claim came to.</summary>
public enum ClaimOutcome
{
    /// <summary>The caller holds it now: send, then record.</summary>
    Claimed,

    /// <summary>It was sent already, whether it arrived or not: nothing is left to do.</summary>
    AlreadySent,

    /// <summary>Another message holds it and lives on in the queue: this one may go.</summary>
    HeldByAnother,
}
