using NodaTime.Text;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Agreements.Tests.Examples;

/// <summary>
/// Reads the events of a ticket as they are written in the stories: <c>03-02 09:00 created priority=urgent group=Second_Level</c>. The
/// year is 2026 unless it is given, the time is the wall time of a zone, <c>_</c> is a space, and a name that is no part of a ticket is a
/// free field.
/// </summary>
internal sealed class ExampleEvents(DateTimeZone zone)
{
    private static readonly Dictionary<string, (TicketEventType Type, TicketChange Change)> Words = new(StringComparer.Ordinal)
    {
        ["created"] = (TicketEventType.Created, TicketChange.None),
        ["set"] = (TicketEventType.Updated, TicketChange.None),
        ["agent"] = (TicketEventType.Replied, new TicketChange { By = Actor.Agent }),
        ["note"] = (TicketEventType.Replied, new TicketChange { By = Actor.Agent, Public = false }),
        ["customer"] = (TicketEventType.Replied, new TicketChange { By = Actor.Customer }),
        ["resolved"] = (TicketEventType.Resolved, TicketChange.None),
        ["reopened"] = (TicketEventType.Reopened, TicketChange.None),
        ["agreed"] = (TicketEventType.DueAgreed, TicketChange.None),
        ["taken"] = (TicketEventType.Acknowledged, TicketChange.None),
    };

    /// <summary>A moment as the stories write it: <c>03-02 09:00</c>, <c>03-02 09:00:30</c> or <c>2027-03-02 09:00</c>.</summary>
    public Instant At(string date, string time) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss")
            .Parse($"{(date.Length == 5 ? $"2026-{date}" : date)} {(time.Length == 5 ? $"{time}:00" : time)}")
            .GetValueOrThrow().InZoneStrictly(zone).ToInstant();

    /// <summary>One event.</summary>
    /// <param name="line">What the story says.</param>
    /// <param name="clocks">The clocks of the ticket as they were until then: one of them is taken.</param>
    public TicketEvent Read(string line, Func<IReadOnlyList<Clock>> clocks)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = At(words[0], words[1]);
        var (type, change) = Words[words[2]];
        var values = words.Skip(3).Select(word => word.Split('=', 2))
            .ToDictionary(word => word[0], word => word[1].Replace('_', ' '), StringComparer.Ordinal);

        var source = values.Remove("source", out var other) ? other : "/tickets";
        if (type == TicketEventType.DueAgreed) change = change with { AgreedDue = Agreed(values) };
        else if (type == TicketEventType.Acknowledged) change = change with { Acknowledgement = Taken(values["target"], at, clocks()) };
        else change = Change(change, values);
        return new TicketEvent
        {
            TicketId = "T-1",
            Source = source,
            Id = line,
            Time = at,
            Type = type,
            TypeName = words[2],
            Change = change,
        };
    }

    private static TicketChange Change(TicketChange change, Dictionary<string, string> values)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            change = name switch
            {
                "priority" => change with { Priority = Enum.Parse<TicketPriority>(value, ignoreCase: true) },
                "status" => change with { Status = Enum.Parse<TicketStatus>(value, ignoreCase: true) },
                "emergency" => change with { Emergency = bool.Parse(value) },
                "group" => change with { Group = value },
                "assignee" => change with { Assignee = value },
                "customer" => change with { Customer = value },
                "category" => change with { Category = value },
                "tags" => change with { Tags = value.Split(',') },
                "requester" => change with { Requesters = [value] },
                "author" => change with { Author = value },
                "by" => change with { By = Enum.Parse<Actor>(value, ignoreCase: true) },
                _ => Field(name, value),
            };
        }

        return change;

        TicketChange Field(string name, string value)
        {
            fields[name] = value;
            return change with { Fields = fields };
        }
    }

    private AgreedDue Agreed(Dictionary<string, string> values)
    {
        var due = values["due"].Split('T');
        return new AgreedDue(values["metric"], At(due[0], due[1]), values["reason"], values["by"]);
    }

    private static Acknowledgement Taken(string target, Instant at, IReadOnlyList<Clock> clocks)
    {
        var clock = clocks.Last(clock => string.Equals(clock.Target.Id, target, StringComparison.Ordinal));
        return new Acknowledgement(clock.Id, "somebody@example.com", at, at + clock.Agreement.AcknowledgementExpires);
    }
}
