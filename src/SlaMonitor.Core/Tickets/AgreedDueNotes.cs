using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>The due times that are agreed for a ticket while its events are played.</summary>
internal sealed class AgreedDueNotes
{
    private readonly List<AgreedDueSince> _agreed = [];
    private readonly Dictionary<string, Instant?> _told = new(StringComparer.Ordinal);

    public IReadOnlyList<AgreedDueSince> Agreed => _agreed;

    public void Note(Instant at, TicketEvent e)
    {
        if (e is { Type: TicketEventType.DueAgreed, Change.AgreedDue: { } agreed }) _agreed.Add(new(at, agreed));
        foreach (var told in e.Change.DuesTold ?? []) Note(at, told);
    }

    /// <summary>An emptied field takes nothing back: what was agreed holds until something else is.</summary>
    private void Note(Instant at, DueTold told)
    {
        var isNews = _told.TryGetValue(told.Metric, out var before) && told.Due != before;
        _told[told.Metric] = told.Due;
        if (isNews && told.Due is { } due) _agreed.Add(new(at, new AgreedDue(told.Metric, due, told.Reason, told.ApprovedBy)));
    }
}
