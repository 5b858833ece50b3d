namespace SlaMonitor.Mails.Languages;

/// <summary>The pages that every page of the board leads to, in their order.</summary>
public enum BoardPlace
{
    /// <summary>The open promises.</summary>
    Now,

    /// <summary>Who is on call.</summary>
    OnCall,

    /// <summary>How the running month stands.</summary>
    Month,

    /// <summary>How the monitor itself is.</summary>
    Monitor,
}
