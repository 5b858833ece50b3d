using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>Which part of a digest a promise belongs to.</summary>
internal static class DigestKinds
{
    /// <summary>The part of a promise, by how it stands when the mail is written.</summary>
    public static DigestKind Of(MailItem item) => item.Explanation.State switch
    {
        ClockState.Breached => DigestKind.Broken,
        ClockState.Met or ClockState.Cancelled => DigestKind.Well,
        _ => DigestKind.Open,
    };
}
