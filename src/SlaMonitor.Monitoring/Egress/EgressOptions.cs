namespace SlaMonitor.Monitoring.Egress;

/// <summary>Where the monitor may connect to of itself. Bound from the section <c>Egress</c>.</summary>
public sealed class EgressOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Egress";

    /// <summary>
    /// Whether channels and helpdesks may be on addresses of a private network, or of this machine, there by http too. Without it such an
    /// address is refused, also where a name of the outside leads to it.
    /// </summary>
    public bool AllowPrivate { get; set; }
}
