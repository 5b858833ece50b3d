namespace SlaMonitor.Core.Agreements.Indicators;

/// <summary>How often somebody who has asked for help is asked how satisfied they are.</summary>
public enum SurveyInterval
{
    /// <summary>After each ticket that is resolved.</summary>
    Ticket,

    /// <summary>After a ticket that is resolved, at most once in a calendar month.</summary>
    Month,

    /// <summary>The same, at most once in three months from January, April, July or October.</summary>
    Quarter,

    /// <summary>The same, at most once in a calendar year.</summary>
    Year,
}
