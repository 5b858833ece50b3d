using System.Text.Json.Nodes;
using SlaMonitor.EndToEnd.Smtp;

namespace SlaMonitor.EndToEnd.Crash;

/// <summary>
/// What is posted in each minute of the monitor's clock: new tickets, and answers in time to some of those of the minute before. The same
/// minute has the same events in every run.
/// </summary>
internal static class CrashLoad
{
    /// <summary>Before this minute no step comes, and no mail is sent.</summary>
    public const int FirstSteps = 3;

    /// <summary>Minutes after the last ticket in which its last step comes, and waits for a mail.</summary>
    public const int LastSteps = 15;

    /// <summary>How many tickets are created in a minute.</summary>
    private const int TicketsInAMinute = 8;

    private static readonly Instant Beginning = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>What the clock shows in a minute: half a minute after its events, and never the very moment of a step.</summary>
    public static Instant ClockAt(int minute) => Beginning + Duration.FromMinutes(minute) + Duration.FromSeconds(30);

    /// <summary>The events of a minute.</summary>
    public static IReadOnlyList<PostedEvent> EventsOf(int minute) => [.. Created(minute), .. Answered(minute)];

    /// <summary>The tickets of all minutes before one.</summary>
    public static IEnumerable<string> TicketsBefore(int minute) => Enumerable.Range(0, minute * TicketsInAMinute).Select(Ticket);

    private static IEnumerable<PostedEvent> Created(int minute) => NumbersOf(minute).Select(number => Event(
        minute, number, "ticket.created", new JsonObject { ["title"] = $"Ticket {number}", ["assignee"] = AssigneeOf(number) }));

    private static IEnumerable<PostedEvent> Answered(int minute) => minute == 0
        ? []
        : NumbersOf(minute - 1).Where(IsAnswered).Select(number => Event(
            minute, number, "ticket.replied", new JsonObject { ["by"] = "agent", ["public"] = true }));

    private static IEnumerable<int> NumbersOf(int minute) => Enumerable.Range(minute * TicketsInAMinute, TicketsInAMinute);

    private static bool IsAnswered(int number) => number % TicketsInAMinute == 0;

    /// <summary>
    /// Half have an assignee of their own; the others share a mailbox that does not exist, one that is put off at times, or a team's.
    /// </summary>
    private static string AssigneeOf(int number) => (number % TicketsInAMinute) switch
    {
        1 => MailServer.NoSuchMailbox,
        2 => MailServer.PutOffMailbox,
        3 or 4 => "team@example.com",
        _ => $"assignee-{number}@example.com",
    };

    private static string Ticket(int number) => $"T-{number}";

    private static PostedEvent Event(int minute, int number, string type, JsonObject data)
    {
        var id = $"{number}-{type}";
        var json = new JsonObject
        {
            ["specversion"] = "1.0",
            ["source"] = "/crash",
            ["id"] = id,
            ["type"] = type,
            ["subject"] = Ticket(number),
            ["time"] = (Beginning + Duration.FromMinutes(minute)).ToString(),
            ["data"] = data,
        };
        return new PostedEvent(id, json.ToJsonString());
    }
}
