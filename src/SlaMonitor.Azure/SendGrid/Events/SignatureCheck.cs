namespace SlaMonitor.Azure.SendGrid.Events;

/// <summary>What a look at a signature came to.</summary>
public enum SignatureCheck
{
    /// <summary>SendGrid sent exactly this, not long ago.</summary>
    Valid,

    /// <summary>No key is set, so that nothing can be known to be SendGrid's.</summary>
    NoKey,

    /// <summary>The signature or its time is missing or cannot be read.</summary>
    Missing,

    /// <summary>It was signed too long ago, or in the future.</summary>
    OutOfTime,

    /// <summary>Something else was signed, or by somebody else.</summary>
    Wrong,
}
