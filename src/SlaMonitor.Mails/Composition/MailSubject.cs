using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>
/// The subject of a mail: how bad it is, which promise, which ticket, so that a phone says it without being opened. It is the same in every
/// mail about a promise in the same state, so that mail programs that go by subjects keep one thread of them and begin another at the
/// breach; those that go by references keep one of all.
/// </summary>
public static class MailSubject
{
    private const int LongestPart = 100;

    /// <summary>The subject: one line, without anything that could pass for another header or turn the text around.</summary>
    public static string Of(IReadOnlyList<MailItem> items, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(wording);

        var what = items is [var only]
            ? $"{StateOf(only, wording)}{wording.Labels.Colon}{MetricOf(only, wording)}"
            : CountsOf(items, wording);
        var tickets = items.Select(item => item.Explanation.Clock.Ticket).DistinctBy(ticket => ticket.Id, StringComparer.Ordinal).ToList();
        return tickets is [var ticket] ? $"[SLA] {what} · {NameOf(ticket)}" : $"[SLA] {what}";
    }

    private static string StateOf(MailItem item, Wording wording) => item.Explanation.State switch
    {
        ClockState.Breached => wording.Labels.Breached,
        ClockState.Met => wording.Labels.AllClear,
        ClockState.Paused => wording.Labels.Paused,
        ClockState.Cancelled => wording.Labels.Lapsed,
        _ => wording.DigestGroup(DigestKind.Open),
    };

    private static string MetricOf(MailItem item, Wording wording) =>
        HarmlessText.Of(wording.WithinSentence(item.Explanation.Clock.Target.Metric), LongestPart);

    private static string CountsOf(IReadOnlyList<MailItem> items, Wording wording)
    {
        var kinds = items.CountBy(DigestKinds.Of).ToDictionary();
        return wording.DigestCounts(
            kinds.GetValueOrDefault(DigestKind.Broken), kinds.GetValueOrDefault(DigestKind.Open), kinds.GetValueOrDefault(DigestKind.Well));
    }

    private static string NameOf(Ticket ticket)
    {
        var title = HarmlessText.Of(ticket.Title ?? string.Empty, LongestPart);
        var id = HarmlessText.Of(ticket.Id, LongestPart);
        return title.Length == 0 ? id : $"{id} {title}";
    }
}
