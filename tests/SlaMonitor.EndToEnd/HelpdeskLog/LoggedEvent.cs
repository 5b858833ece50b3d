using System.Text.Json.Nodes;
using NodaTime.Text;

namespace SlaMonitor.EndToEnd.HelpdeskLog;

/// <summary>One line of the log: a CloudEvent as it is posted, and what the reference needs of it.</summary>
internal sealed record LoggedEvent(string Json, string Ticket, string Type, Instant Time, string? Status, string? By, bool? Public)
{
    public static IReadOnlyList<LoggedEvent> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "helpdesk-log", "events.jsonl")).Select(Parse)];

    private static LoggedEvent Parse(string line)
    {
        var json = JsonNode.Parse(line)!;
        var data = json["data"]!;
        return new LoggedEvent(
            line,
            (string)json["subject"]!,
            (string)json["type"]!,
            InstantPattern.General.Parse((string)json["time"]!).GetValueOrThrow(),
            (string?)data["status"],
            (string?)data["by"],
            (bool?)data["public"]);
    }
}
