namespace SlaMonitor.EndToEnd.Smtp;

/// <summary>How a mail server treats whoever calls.</summary>
internal enum MailServerMood
{
    /// <summary>It takes what it is given.</summary>
    Well,

    /// <summary>It takes each mail after a while.</summary>
    Slow,

    /// <summary>It puts off everybody who calls (421).</summary>
    Away,

    /// <summary>It lets nobody in (535).</summary>
    RefusesLogin,

    /// <summary>It reads a mail and never says whether it has taken it; it has not.</summary>
    Hangs,

    /// <summary>It closes the connection in the middle of a mail.</summary>
    ClosesInData,

    /// <summary>It puts off mail to one person (451).</summary>
    PutsOffOne,
}
