namespace SlaMonitor.Mails.Board;

/// <summary>What the forms of the page about the monitor send.</summary>
public static class MonitorFields
{
    /// <summary>The number of the dead letter that is sent again; not sent for all.</summary>
    public const string Number = "number";
}
