using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>What the mail system said to a mail.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>It has the mail now.</summary>
    /// <param name="Reference">Its own name for the mail.</param>
    public sealed record Accepted(string Reference) : SendOutcome;

    /// <summary>
    /// The mail system takes no mail at all now: it is away, it does not let us in, or it has taken as much as it will. That is our own
    /// trouble, and not the recipient's.
    /// </summary>
    /// <param name="Reason">In the mail system's own words.</param>
    /// <param name="RetryAfter">How long it asks us to wait, where it says so.</param>
    public sealed record Unavailable(string Reason, Duration? RetryAfter = null) : SendOutcome;

    /// <summary>Not now for this recipient: try again.</summary>
    /// <param name="Reason">In the mail system's own words.</param>
    /// <param name="RetryAfter">How long it asks us to wait, where it says so.</param>
    public sealed record Deferred(string Reason, Duration? RetryAfter = null) : SendOutcome;

    /// <summary>Never for this recipient, or never this mail: trying again is of no use.</summary>
    /// <param name="Reason">In the mail system's own words.</param>
    public sealed record Refused(string Reason) : SendOutcome;
}
