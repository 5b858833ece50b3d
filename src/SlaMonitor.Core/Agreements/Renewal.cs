namespace SlaMonitor.Core.Agreements;

/// <summary>What happens when a <see cref="Term"/> comes to its end and nobody has given notice.</summary>
public enum Renewal
{
    /// <summary>The agreement ends.</summary>
    None,

    /// <summary>It goes on, a month at a time.</summary>
    Monthly,

    /// <summary>It goes on, a year at a time.</summary>
    Yearly,
}
