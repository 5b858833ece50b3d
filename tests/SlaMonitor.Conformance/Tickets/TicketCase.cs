using System.Text.Json;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Conformance.Tickets;

/// <summary>
/// A ticket's history under a policy, translated: the clocks that our rules keep for it, as of the instant that the case asks about.
/// </summary>
internal sealed class TicketCase
{
    private readonly IReadOnlyList<(Metric Metric, EscalationStep Step)> _levels;

    private TicketCase(JsonElement json)
    {
        CaseJson.AllowOnly(
            json, "case", "id", "source", "policy", "events", "evaluateAt", "expect", "peculiar", "reason", "derived", "note");
        var policy = json.GetProperty("policy");
        var (events, now) = UntilAsked(json);
        Now = now;
        IsAskedLater = json.TryGetProperty("evaluateAt", out _);

        Book = PolicyJson.Read(policy, countsOpening: OpensWithAMessage(events));
        var first = Book.Agreements.SelectMany(history => history.Versions).FirstOrDefault();
        var reader = new TicketEventsJson(
            first?.Calendars.Values.FirstOrDefault(),
            first?.Governs.Priorities.Cast<TicketPriority?>().FirstOrDefault());
        Ticket = Ticket.Fold(reader.Read(events, forFirstResponse: false)) ?? throw new NotOursException("no events");
        var answered = Ticket.Fold(reader.Read(events, forFirstResponse: true))!;
        Clocks = [.. ClocksOf(answered).Where(IsFirstResponse), .. ClocksOf(Ticket).Where(clock => !IsFirstResponse(clock))];
        _levels = EscalationJson.Read(policy);
    }

    public AgreementBook Book { get; }

    public Ticket Ticket { get; }

    public IReadOnlyList<Clock> Clocks { get; }

    /// <summary>The instant that expectations are as of: <c>evaluateAt</c>, else the last event.</summary>
    public Instant Now { get; }

    /// <summary>Whether the case names an instant to ask at, rather than what its source had recorded by the last event.</summary>
    public bool IsAskedLater { get; }

    public static bool IsOne(JsonElement json) => json.TryGetProperty("policy", out _) && json.TryGetProperty("events", out _);

    public static TicketCase Read(JsonElement json) => new(json);

    /// <summary>When each level of escalation comes; <c>null</c> for one that does not.</summary>
    public IEnumerable<Instant?> LevelTimes() => _levels.Select(level =>
        Clocks.LastOrDefault(clock => clock.Target.Metric == level.Metric) is { } clock
            ? EscalationSchedule.Of(clock).FirstOrDefault(scheduled => scheduled.Step.At == level.Step.At)?.At
            : null);

    private static bool IsFirstResponse(Clock clock) => clock.Target.Metric == Metric.FirstResponse;

    private static (IReadOnlyList<JsonElement> Events, Instant Now) UntilAsked(JsonElement json)
    {
        var events = json.GetProperty("events").EnumerateArray().ToList();
        var now = json.TryGetProperty("evaluateAt", out var asked) && asked.ValueKind != JsonValueKind.Null
            ? CaseJson.InstantOf(asked)
            : events.Max(TimeOf);
        return ([.. events.Where(e => TimeOf(e) <= now)], now);
    }

    private static bool OpensWithAMessage(IReadOnlyList<JsonElement> events) =>
        events.Where(e => TicketEventsJson.TypeOf(e) == "ticketCreated").Select(TimeOf).ToList() is [var created]
        && events.Any(e => TicketEventsJson.TypeOf(e) == "customerMessage" && TimeOf(e) == created);

    private static Instant TimeOf(JsonElement e) => CaseJson.InstantOf(e.GetProperty("at"));

    private IReadOnlyList<Clock> ClocksOf(Ticket ticket) => ClockSet.Of(ticket, facts => Book.Governing(facts, ticket.CreatedAt));
}
