using System.Text.Json;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Conformance.Tickets;

/// <summary>Which tickets a policy is for: <c>match</c> with <c>priority</c> or <c>priorityIn</c>.</summary>
internal static class MatchJson
{
    public static Condition Read(JsonElement match)
    {
        CaseJson.AllowOnly(match, "policy.match", "priority", "priorityIn");
        return new Condition { Priorities = [.. PrioritiesOf(match)] };
    }

    public static TicketPriority PriorityOf(string word) => word switch
    {
        "Low" or "D" => TicketPriority.Low,
        "Medium" or "Normal" or "C" => TicketPriority.Normal,
        "High" or "B" => TicketPriority.High,
        "Urgent" or "A" => TicketPriority.Urgent,
        _ => throw new NotOursException($"priority {word}"),
    };

    private static IEnumerable<TicketPriority> PrioritiesOf(JsonElement match)
    {
        if (match.TryGetProperty("priority", out var one)) return [PriorityOf(one.GetString()!)];
        return match.TryGetProperty("priorityIn", out var any) ? any.EnumerateArray().Select(word => PriorityOf(word.GetString()!)) : [];
    }
}
