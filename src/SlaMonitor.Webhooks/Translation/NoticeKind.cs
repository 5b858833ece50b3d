namespace SlaMonitor.Webhooks.Translation;

/// <summary>What a connection may need a word of configuration for.</summary>
public enum NoticeKind
{
    /// <summary>
    /// A status that is not in the list of statuses. A state that the helpdesk calls done counts as resolved, any other as open.
    /// </summary>
    UnknownStatus,

    /// <summary>A priority that is not in the list of priorities. The ticket keeps the one it has.</summary>
    UnknownPriority,

    /// <summary>A message of which nothing says whether an agent or a customer wrote it. It answers nobody and asks nothing.</summary>
    UnknownAuthor,

    /// <summary>An event of which we know nothing. It is recorded without effect.</summary>
    UnknownEvent,

    /// <summary>The field of an agreed due time holds no date with a time. It says nothing, and what was agreed before stays.</summary>
    UnreadableDue,
}
