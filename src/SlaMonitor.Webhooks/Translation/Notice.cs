namespace SlaMonitor.Webhooks.Translation;

/// <summary>Something that was understood only in part: the event is taken, and a person is told.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Word">The helpdesk's word, clipped and without control characters; untrusted.</param>
public sealed record Notice(NoticeKind Kind, string Word);
