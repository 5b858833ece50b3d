namespace SlaMonitor.Mails.Languages;

/// <summary>What became of a mail.</summary>
public enum ToldResult
{
    /// <summary>It is being sent, or whoever sent it died.</summary>
    Claimed,

    /// <summary>The mail system took it.</summary>
    Sent,

    /// <summary>The mail system refused it.</summary>
    Failed,

    /// <summary>It came back.</summary>
    Undelivered,
}
