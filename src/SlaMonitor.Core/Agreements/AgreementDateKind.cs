namespace SlaMonitor.Core.Agreements;

/// <summary>Which of an agreement's own dates is coming.</summary>
public enum AgreementDateKind
{
    /// <summary>The last day of the term, after which the agreement does not go on.</summary>
    TermEnds,

    /// <summary>The last day on which notice can be given, before the term renews.</summary>
    NoticeEnds,

    /// <summary>The last day that a list of holidays knows.</summary>
    HolidaysEnd,

    /// <summary>The moment from which nobody is on call.</summary>
    OnCallEnds,
}
