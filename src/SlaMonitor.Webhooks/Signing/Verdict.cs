namespace SlaMonitor.Webhooks.Signing;

/// <summary>Whether a request was sent by whom it says. Everything but <see cref="Genuine"/> is refused.</summary>
public enum Verdict
{
    /// <summary>It bears what only the holder of the secret can have made.</summary>
    Genuine,

    /// <summary>A header that has to be there is not.</summary>
    Missing,

    /// <summary>The signature or the secret is not right, for this body and this time.</summary>
    Wrong,

    /// <summary>Nobody can say: the connection's own secret has not come from where it is kept.</summary>
    NoSecret,

    /// <summary>It is genuine, but was stamped too long ago or too far ahead: somebody may be playing back what was overheard.</summary>
    Stale,
}
