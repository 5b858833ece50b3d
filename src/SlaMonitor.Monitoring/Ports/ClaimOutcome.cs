namespace SlaMonitor.Monitoring.Ports;

/// <summary>What a claim came to.</summary>
public enum ClaimOutcome
{
    /// <summary>The caller holds it now: send, then record.</summary>
    Claimed,

    /// <summary>It was sent already, whether it arrived or not: nothing is left to do.</summary>
    AlreadySent,

    /// <summary>Another delivery holds it, and may have died with it: whoever asks has to come again when the claim is stale.</summary>
    ClaimedByAnother,
}
