using System.Diagnostics;
using System.Text.Json;
using CloudNative.CloudEvents;
using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents;

/// <summary>
/// Translates a CloudEvent of our vocabulary: <c>type</c> is what happened, <c>subject</c> the ticket, <c>data</c>
/// the state as of the event.
/// </summary>
internal static class CloudEventTranslator
{
    /// <summary>CloudEvents' distributed tracing extension.</summary>
    private const string TraceParent = "traceparent";

    public static (TicketEvent? Event, IReadOnlyList<EventProblem> Problems) Translate(
        string where, CloudEvent cloudEvent, JsonElement? data, Dialect dialect, Clipping clipping, Instant now)
    {
        var problems = new List<EventProblem>();
        var type = cloudEvent.Type ?? string.Empty;
        var time = cloudEvent.Time is { } said ? EventRules.Time(where + "time", Instant.FromDateTimeOffset(said), now, problems) : now;
        var happened = TypeOf(type, dialect);
        var translated = new TicketEvent
        {
            TicketId = EventRules.Name(
                where + "subject", dialect.TicketOf(cloudEvent.Subject, data), "the ticket's id, as in \"HD-1\"", problems),
            Source = EventRules.Name(where + "source", cloudEvent.Source?.ToString(), "who tells it, as in \"/helpdesk\"", problems),
            Id = EventRules.Name(where + "id", cloudEvent.Id, "an id of its own within the source", problems),
            Time = time,
            Type = happened,
            TypeName = EventRules.Name(where + "type", type, "what happened, as in \"ticket.created\"", problems),
            TraceParent = TraceGiven(cloudEvent[TraceParent] as string),
            Change = ChangeOf(where + "data", happened, data, time, clipping, problems),
        };

        return problems.Count == 0 ? (translated, problems) : (null, problems);
    }

    private static TicketChange ChangeOf(
        string where, TicketEventType happened, JsonElement? data, Instant time, Clipping clipping, List<EventProblem> problems)
    {
        var change = data is { } given ? TicketChangeReader.Read(where, given, time, clipping, problems) : TicketChange.None;
        return happened switch
        {
            TicketEventType.DueAgreed => change with { AgreedDue = AgreedDueReader.Read(where, data, time, problems) },
            TicketEventType.Acknowledged =>
                TicketChange.None with { Acknowledgement = AcknowledgementReader.Read(where, data, time, problems) },
            _ => change,
        };
    }

    /// <summary>A trace that a sender gave, or <c>null</c> where it is none: by the standard, a new trace is begun then.</summary>
    private static string? TraceGiven(string? traceParent) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out _) ? traceParent : null;

    /// <summary>What a type says, in the words of a sender.</summary>
    public static TicketEventType TypeOf(string type, Dialect dialect) =>
        type.StartsWith(dialect.TypePrefix, StringComparison.Ordinal)
        && Words.TryParse<TicketEventType>(type[dialect.TypePrefix.Length..], out var known)
        && (known != TicketEventType.Acknowledged || dialect.TakesAcknowledgements)
            ? known
            : TicketEventType.Unknown;
}
