namespace SlaMonitor.Mails.Surveys;

/// <summary>How it stands for somebody who opens the link of a survey.</summary>
public enum SurveyStand
{
    /// <summary>The rating of the link waits to be confirmed.</summary>
    Open,

    /// <summary>It counts.</summary>
    Rated,

    /// <summary>The link was good and is too old now, or the ticket is no longer known.</summary>
    Expired,

    /// <summary>The link was not made by us, or not whole.</summary>
    Invalid,
}
