namespace SlaMonitor.Mails.Pages;

/// <summary>How a promise stands for somebody who opens its acknowledge link.</summary>
public enum AcknowledgeState
{
    /// <summary>Nobody has it: the reader may take it.</summary>
    Open,

    /// <summary>Somebody has it: the reader now, or somebody else before.</summary>
    Taken,

    /// <summary>There is nothing to take any more: the clock has ended, or the promise is another one now.</summary>
    Done,

    /// <summary>The link was good and is too old now.</summary>
    Expired,

    /// <summary>The link was not made by us, or not whole.</summary>
    Invalid,
}
