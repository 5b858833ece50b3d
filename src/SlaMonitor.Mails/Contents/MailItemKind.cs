namespace SlaMonitor.Mails.Contents;

/// <summary>What a mail tells of one promise.</summary>
public enum MailItemKind
{
    /// <summary>A step before the due time: the promise can still be kept.</summary>
    Warning,

    /// <summary>A step at or after the due time.</summary>
    Breach,

    /// <summary>The promise was kept after all: whoever was told otherwise need not worry.</summary>
    AllClear,

    /// <summary>Somebody else was to be told of this step and could not be reached; see <see cref="MailItem.Unreached"/>.</summary>
    Undelivered,

    /// <summary>How a promise goes on, to a channel that was told of it before: somebody has taken it, or it has ended.</summary>
    Update,

    /// <summary>It is of no promise: it says to the operator how the monitor is, and the order of the mail carries what.</summary>
    Notice,
}
