using System.Globalization;
using System.Text.Json.Nodes;

namespace SlaMonitor.Cli.Tests.Replaying;

/// <summary>Two days of a helpdesk in March 2026, made from a seed: every kind of event that moves a clock or a mail.</summary>
internal static class GeneratedHistory
{
    private static readonly Instant Begin = Instant.FromUtc(2026, 3, 2, 6, 0);
    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];
    private static readonly string?[] Assignees = ["anna", "ben@example.com", "nobody known", null];
    private static readonly string[] Statuses = ["open", "pending", "onHold", "resolved", "closed"];

    /// <summary>The lines of the events, in order of time.</summary>
    public static IReadOnlyList<string> Of(int seed)
    {
        var random = new Random(seed);
        var events = new List<(Instant At, string Line)>();
        for (var ticket = 1; ticket <= 12; ticket++)
        {
            var at = Begin + Duration.FromSeconds(random.Next(36 * 3600));
            var data = new JsonObject
            {
                ["status"] = "new",
                ["priority"] = Priorities[random.Next(Priorities.Length)],
                ["assignee"] = Assignees[random.Next(Assignees.Length)],
                ["emergency"] = random.Next(5) == 0,
            };
            var isLost = random.Next(8) == 0; // the creation never came
            if (!isLost) Add(ticket, at, "created", data);
            for (var more = random.Next(7); more > 0; more--)
            {
                at += Duration.FromSeconds(random.Next(4) == 0 ? 0 : random.Next(5 * 3600));
                AddChange(ticket, at);
            }
        }

        return [.. events.OrderBy(one => one.At).Select(one => one.Line)];

        void AddChange(int ticket, Instant at)
        {
            switch (random.Next(6))
            {
                case 0:
                    Add(ticket, at, "replied", new JsonObject { ["by"] = "agent", ["public"] = random.Next(4) > 0 });
                    break;
                case 1:
                    Add(ticket, at, "replied", new JsonObject { ["by"] = "customer" });
                    break;
                case 2:
                    Add(ticket, at, "updated", new JsonObject { ["priority"] = Priorities[random.Next(Priorities.Length)] });
                    break;
                case 3:
                    Add(ticket, at, "updated", new JsonObject { ["assignee"] = Assignees[random.Next(Assignees.Length)] });
                    break;
                case 4:
                    var clock = random.Next(2) == 0 ? "response/1/28800s" : "urgent/1/7200s";
                    Add(ticket, at, "acknowledged", new JsonObject
                    {
                        ["clock"] = clock,
                        ["takenBy"] = "anna@example.com",
                        ["until"] = (at + Duration.FromHours(random.Next(1, 9))).ToString(),
                    });
                    break;
                default:
                    Add(ticket, at, "updated", new JsonObject { ["status"] = Statuses[random.Next(Statuses.Length)] });
                    break;
            }
        }

        void Add(int ticket, Instant at, string type, JsonObject data) => events.Add((at, new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = events.Count.ToString("0000", CultureInfo.InvariantCulture),
            ["source"] = "/helpdesk",
            ["type"] = $"ticket.{type}",
            ["subject"] = $"T{ticket}",
            ["time"] = at.ToString(),
            ["data"] = data,
        }.ToJsonString()));
    }
}
