namespace SlaMonitor.Core.Reporting;

/// <summary>Figures that late news can change.</summary>
public enum RestatedKind
{
    /// <summary>The attainment over all, in percent.</summary>
    Attainment,

    /// <summary>How many promises of a target were kept.</summary>
    Met,

    /// <summary>How many promises of a target were broken.</summary>
    Breached,

    /// <summary>How many promises of a target lapsed.</summary>
    Cancelled,

    /// <summary>How many problems were resolved.</summary>
    Resolved,

    /// <summary>How many problems were given up.</summary>
    GivenUp,

    /// <summary>How often tickets came back.</summary>
    Reopened,

    /// <summary>How many tickets were rated.</summary>
    Answers,

    /// <summary>The mean rating, on the agreement's scale.</summary>
    Satisfaction,

    /// <summary>What a fee period costs.</summary>
    Credit,
}
