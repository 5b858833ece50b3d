namespace SlaMonitor.Monitoring.Reporting.Monthly;

/// <summary>How a report stands for somebody who opens the link that approves it.</summary>
public enum ApprovalStand
{
    /// <summary>It may be approved.</summary>
    Open,

    /// <summary>It was approved by this very request.</summary>
    Approved,

    /// <summary>The link was good and is too old now, or the agreement asks for no approval any more.</summary>
    Expired,

    /// <summary>The link was not made by us, or not whole.</summary>
    Invalid,
}
