using System.Text.Json;
using NodaTime.Text;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>The log of a real helpdesk, ticket by ticket: what the fold needs of it.</summary>
internal static class LoggedTickets
{
    public static IReadOnlyList<TicketEvent[]> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "helpdesk-log", "events.jsonl"))
            .Select(Event)
            .GroupBy(e => e.TicketId, StringComparer.Ordinal)
            .Select(events => events.ToArray())];

    private static TicketEvent Event(string line)
    {
        using var json = JsonDocument.Parse(line);
        var (e, data) = (json.RootElement, json.RootElement.GetProperty("data"));
        var type = e.GetProperty("type").GetString()!;
        return new TicketEvent
        {
            TicketId = e.GetProperty("subject").GetString()!,
            Source = e.GetProperty("source").GetString()!,
            Id = e.GetProperty("id").GetString()!,
            Time = InstantPattern.General.Parse(e.GetProperty("time").GetString()!).GetValueOrThrow(),
            Type = Enum.Parse<TicketEventType>(type["ticket.".Length..], ignoreCase: true),
            TypeName = type,
            Change = new TicketChange
            {
                Status = Word<TicketStatus>(data, "status"),
                By = Word<Actor>(data, "by"),
                Public = data.TryGetProperty("public", out var isPublic) ? isPublic.GetBoolean() : null,
                Agent = data.TryGetProperty("agent", out var agent) ? agent.GetString() : null,
            },
        };
    }

    private static T? Word<T>(JsonElement data, string name)
        where T : struct, Enum =>
        data.TryGetProperty(name, out var word) ? Enum.Parse<T>(word.GetString()!, ignoreCase: true) : null;
}
