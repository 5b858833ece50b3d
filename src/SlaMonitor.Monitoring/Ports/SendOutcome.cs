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

    /// <summary>Not now: try again.</summary>
    /// <param name="Reason">In the mail system's own words.</param>
    /// <param name="RetryAfter">How long it asks us to wait, where it says so.</param>
    public sealed record Deferred(string Reason, Duration? RetryAfter = null) : SendOutcome;

    /// <summary>Never: trying again is of no use.</summary>
    /// <param name="Reason">In the mail system's own words.</param>
    public sealed record Refused(string Reason) : SendOutcome;
}
