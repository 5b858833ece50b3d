using System.Text.Json;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Conformance.Tickets;

/// <summary>Makes ticket events of the <c>events</c> of a case.</summary>
/// <param name="calendar">What a hold that is only told by its length is counted in.</param>
/// <param name="born">The priority of a ticket whose creation does not say: one that the case's policy is for.</param>
internal sealed class TicketEventsJson(BusinessCalendar? calendar, TicketPriority? born)
{
    /// <summary>
    /// Translates the events. Some products keep the first response as a date of its own beside the messages; a case that tells it
    /// (<c>firstResponse</c>) means that date and no message for this one promise, and the messages alone for the others.
    /// </summary>
    public IReadOnlyList<TicketEvent> Read(IReadOnlyList<JsonElement> events, bool forFirstResponse)
    {
        var toldApart = events.Any(e => TypeOf(e) == "firstResponse");
        return
        [
            .. events
                .SelectMany(e => Translate(e, answers: TypeOf(e) == "firstResponse" ? forFirstResponse : !(forFirstResponse && toldApart)))
                .Select((e, index) => e with { Id = $"{index:0000}" }),
        ];
    }

    public static string TypeOf(JsonElement e) => e.GetProperty("type").GetString()!;

    private IEnumerable<TicketEvent> Translate(JsonElement e, bool answers)
    {
        CaseJson.AllowOnly(
            e, "event", "at", "type", "status", "to", "pausesClock", "closed", "priority", "title", "field", "channel", "seconds", "id",
            "note");
        return TypeOf(e) switch
        {
            "ticketCreated" =>
                [Event(e, TicketEventType.Created, new TicketChange { Status = StatusOf(e), Priority = PriorityOf(e) ?? born })],
            "customerMessage" => [Event(e, TicketEventType.Replied, new TicketChange { By = Actor.Customer })],
            "agentMessage" or "firstResponse" =>
                [Event(e, TicketEventType.Replied, new TicketChange { By = Actor.Agent, Public = answers })],
            "agentNote" => [Event(e, TicketEventType.Replied, new TicketChange { By = Actor.Agent, Public = false })],
            // A status of this name is what a product gives a ticket because an agent has replied.
            "statusChanged" when IsReplied(e) =>
                [Event(e, TicketEventType.Replied, new TicketChange { By = Actor.Agent, Public = answers, Status = StatusOf(e) })],
            "statusChanged" => [Event(e, TicketEventType.Updated, new TicketChange { Status = StatusOf(e) })],
            "closed" => [Event(e, TicketEventType.Closed, TicketChange.None)],
            "fieldChanged" => [Event(e, TicketEventType.Updated, ChangeOf(e))],
            "holdSecondsSet" => HoldOf(e),
            var unknown => throw new NotOursException($"event {unknown}"),
        };
    }

    private static bool IsReplied(JsonElement e) => e.TryGetProperty("to", out var to) && to.GetString() == "Replied";

    private static TicketStatus StatusOf(JsonElement e)
    {
        if (Has(e, "closed")) return TicketStatus.Closed;
        if (Has(e, "pausesClock")) return TicketStatus.Pending;
        return e.TryGetProperty("status", out var status) && status.GetString() == "new" ? TicketStatus.New : TicketStatus.Open;
    }

    private static TicketPriority? PriorityOf(JsonElement e) =>
        e.TryGetProperty("priority", out var word) ? MatchJson.PriorityOf(word.GetString()!) : null;

    private static TicketChange ChangeOf(JsonElement e) => e.GetProperty("field").GetString() switch
    {
        "priority" => new TicketChange { Priority = MatchJson.PriorityOf(e.GetProperty("to").GetString()!) },
        var unknown => throw new NotOursException($"field {unknown}"),
    };

    /// <summary>A sum of held time, counted by the product: a hold of so much open time that begins when it is told.</summary>
    private IEnumerable<TicketEvent> HoldOf(JsonElement e)
    {
        var held = Event(e, TicketEventType.Updated, new TicketChange { Status = TicketStatus.Pending });
        var until = calendar!.Add(held.Time, BusinessDuration.FromSeconds(e.GetProperty("seconds").GetInt64()));
        return [held, held with { Time = until, Change = new TicketChange { Status = TicketStatus.Open } }];
    }

    private static bool Has(JsonElement e, string key) => e.TryGetProperty(key, out var value) && value.GetBoolean();

    private static TicketEvent Event(JsonElement e, TicketEventType type, TicketChange change) => new()
    {
        TicketId = "case",
        Source = "/conformance",
        Id = string.Empty,
        Time = CaseJson.InstantOf(e.GetProperty("at")),
        Type = type,
        TypeName = TypeOf(e),
        Change = change,
    };
}
