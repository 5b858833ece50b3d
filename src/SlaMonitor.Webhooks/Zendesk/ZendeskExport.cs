using System.Text.Json;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Zendesk;

/// <summary>
/// Zendesk's exports: the audits of tickets, the incremental export of ticket events, the tickets themselves, and the users, who say
/// who is an agent. A ticket whose audits are there is told by them, and any other by the few times that it has.
/// </summary>
internal sealed class ZendeskExport : ExportReader
{
    private readonly ZendeskPeople _people = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _creationTold = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _metrics = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override IReadOnlyList<string> Lists { get; } = ["tickets", "audits", "ticket_events", "users", "metric_sets"];

    /// <inheritdoc />
    public override bool Knows(JsonElement item) => IsAudit(item) || IsTicket(item) || ZendeskPeople.IsPerson(item) || IsMetrics(item);

    /// <inheritdoc />
    public override void Learn(JsonElement item, int page)
    {
        if (ZendeskPeople.IsPerson(item))
        {
            _people.Learn(item);
        }
        else if (IsAudit(item))
        {
            var audit = ZendeskAudit.Of(item);
            _people.Learn(audit);
            if (audit.Ticket is null) return;

            _told.Add(audit.Ticket);
            if (audit.IsCreation) _creationTold.Add(audit.Ticket);
        }
        else if (IsTicket(item))
        {
            _people.LearnTicket(item);
        }
        else if (item.Get("ticket_id").Text() is { } ticket)
        {
            _metrics[ticket] = item.Clone();
        }
    }

    /// <inheritdoc />
    public override void Read(JsonElement item, int page, ExportTeller teller)
    {
        if (IsAudit(item)) ZendeskAuditStory.Tell(ZendeskAudit.Of(item), _people, teller);
        else if (IsTicket(item)) Read(item, item.Get("id").Text(), teller);
    }

    private void Read(JsonElement item, string? ticket, ExportTeller teller)
    {
        if (ticket is null)
        {
            teller.Fail("id", "A ticket without its id says nothing; export the whole ticket.");
            return;
        }

        var metrics = _metrics.TryGetValue(ticket, out var apart) ? apart : item.Get("metric_set");
        if (!_creationTold.Contains(ticket)) ZendeskTicketStory.TellCreation(ticket, item, _told.Contains(ticket), teller);
        if (!_told.Contains(ticket)) ZendeskTicketStory.TellTimes(ticket, item, metrics, teller);
        if (teller.Vocabulary.IsDeleted(item.Get("status").Text())) ZendeskTicketStory.TellDeletion(ticket, item, teller);
    }

    private static bool IsAudit(JsonElement item) =>
        item.Get("ticket_id").HasValue()
        && (item.Get("events").ValueKind == JsonValueKind.Array || item.Get("child_events").ValueKind == JsonValueKind.Array);

    private static bool IsTicket(JsonElement item) => item.Get("requester_id").HasValue() && item.Get("status").HasValue();

    private static bool IsMetrics(JsonElement item) =>
        item.Get("ticket_id").HasValue() && item.Get("reply_time_in_minutes").HasValue();
}
