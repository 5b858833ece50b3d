namespace SlaMonitor.Webhooks.Connections;

/// <summary>The helpdesks that may send. Bound from the section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Webhooks";

    /// <summary>The connections by name: the last part of their address.</summary>
    public Dictionary<string, ConnectionOptions> Connections { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
