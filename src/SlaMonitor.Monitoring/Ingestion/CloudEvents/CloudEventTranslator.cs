using System.Text.Json;
using CloudNative.CloudEvents;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Observability;

namespace SlaMonitor.Monitoring.Ingestion.CloudEvents;

/// <summary>Translates a CloudEvent of our vocabulary: <c>type</c> is what happened, <c>subject</c> the ticket, <c>data</c> the state as of the event.</summary>
internal static class CloudEventTranslator
{
    private const string TypePrefix = "ticket.";

    /// <summary>CloudEvents' distributed tracing extension.</summary>
    private const string TraceParent = "traceparent";

    private const int LongestName = 256;

    /// <summary>How far a sender's clock may run ahead of ours.</summary>
    private static readonly Duration ClockTolerance = Duration.FromMinutes(5);

    /// <summary>No helpdesk that sends webhooks has older tickets; a time before it is a time that was not set.</summary>
    private static readonly Instant Oldest = Instant.FromUtc(2000, 1, 1, 0, 0);

    public static (TicketEvent? Event, IReadOnlyList<Problem> Problems) Translate(string where, CloudEvent cloudEvent, JsonElement? data, Instant now)
    {
        var problems = new List<Problem>();
        var type = cloudEvent.Type ?? string.Empty;
        var translated = new TicketEvent
        {
            TicketId = Name(where + "subject", cloudEvent.Subject, "the ticket's id, as in \"HD-1\"", problems),
            Source = Name(where + "source", cloudEvent.Source?.ToString(), "who tells it, as in \"/helpdesk\"", problems),
            Id = Name(where + "id", cloudEvent.Id, "an id of its own within the source", problems),
            Time = TimeOf(where + "time", cloudEvent.Time, now, problems),
            Type = TypeOf(type),
            TypeName = Name(where + "type", type, "what happened, as in \"ticket.created\"", problems),
            TraceParent = Trace.Given(cloudEvent[TraceParent] as string),
            Change = data is { } given ? TicketChangeReader.Read(where + "data", given, problems) : TicketChange.None,
        };

        return problems.Count == 0 ? (translated, problems) : (null, problems);
    }

    private static TicketEventType TypeOf(string type) =>
        type.StartsWith(TypePrefix, StringComparison.Ordinal)
        && Words.TryParse<TicketEventType>(type[TypePrefix.Length..], out var known)
        && known != TicketEventType.Acknowledged // the monitor's own: whoever takes a promise comes by a link that we signed
            ? known
            : TicketEventType.Unknown;

    private static string Name(string where, string? value, string meaning, List<Problem> problems)
    {
        if (string.IsNullOrEmpty(value)) problems.Add(new Problem(where, $"This is missing: {meaning}."));
        else if (value.Length > LongestName) problems.Add(new Problem(where, $"This has {value.Length} characters; at most {LongestName} are taken."));
        else if (value.Any(char.IsControl)) problems.Add(new Problem(where, "This has control characters, which no name may have."));

        return value ?? string.Empty;
    }

    private static Instant TimeOf(string where, DateTimeOffset? given, Instant now, List<Problem> problems)
    {
        if (given is not { } said) return now;

        var time = Instant.FromDateTimeOffset(said);
        if (time > now + ClockTolerance)
            problems.Add(new Problem(where, $"{time} lies in the future: it is {now} here. Send the time at which it happened, or leave it out for now."));
        else if (time < Oldest)
            problems.Add(new Problem(where, $"{time} is too long ago to be true; the sender's clock or the conversion of its time is wrong."));

        return time;
    }
}
