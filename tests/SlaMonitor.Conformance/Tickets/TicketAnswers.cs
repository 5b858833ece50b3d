using System.Globalization;
using System.Text.Json;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Conformance.Tickets;

/// <summary>Our answers to all that a ticket case expects.</summary>
internal static class TicketAnswers
{
    /// <returns>Each expectation with our answer, and by name what we cannot answer.</returns>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> NotOurs) To(JsonElement json)
    {
        try
        {
            return ToEach(TicketCase.Read(json), json.GetProperty("expect"));
        }
        catch (NotOursException whole)
        {
            return ([], [whole.Message]);
        }
        catch (Exception shape) when (IsOtherShape(shape))
        {
            return ([], [$"a value of another shape: {shape.Message}"]);
        }
    }

    private static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> NotOurs) ToEach(TicketCase asked, JsonElement expect)
    {
        var findings = new List<Finding>();
        var notOurs = new List<string>();
        foreach (var (key, answer) in expect.EnumerateObject().SelectMany(property => Questions(asked, property)))
        {
            try
            {
                findings.Add(answer() with { Key = key });
            }
            catch (NotOursException unknown)
            {
                notOurs.Add(key.EndsWith(unknown.Message, StringComparison.Ordinal) ? key : $"{key}: {unknown.Message}");
            }
            catch (Exception shape) when (IsOtherShape(shape))
            {
                notOurs.Add($"{key}: a value of another shape: {shape.Message}");
            }
        }

        return (findings, notOurs);
    }

    /// <summary>What reading JSON throws where a value is missing or of another kind. Our own cases are known to have none.</summary>
    private static bool IsOtherShape(Exception exception) =>
        exception is InvalidOperationException or KeyNotFoundException or FormatException;

    private static IEnumerable<(string Key, Func<Finding> Answer)> Questions(TicketCase asked, JsonProperty expected)
    {
        if (CaseMetrics.Find(expected.Name) is not { } metric) return [(expected.Name, () => Answer(asked, expected.Name, expected.Value))];

        var answers = new MetricAnswers(asked, metric);
        return expected.Value.EnumerateObject()
            .Select(property => ($"{expected.Name}.{property.Name}", (Func<Finding>)(() => answers.Answer(property.Name, property.Value))));
    }

    private static Finding Answer(TicketCase asked, string key, JsonElement expected) => key switch
    {
        "nextDueAt" =>
            new Finding(key, Text(expected), asked.Clocks.Where(clock => clock.EndedAt is null).Min(clock => clock.DueAt)?.ToString()),
        "policy" => new Finding(key, expected.GetString(), asked.Book.Governing(asked.Ticket.Facts, asked.Ticket.CreatedAt)?.Id),
        "state" => new Finding(key, expected.GetString(), State(asked)),
        "pausesLocal" => new Finding(key, Joined(Pauses(expected)), Joined(new Lifetime(asked).Pauses())),
        "workingMinutesBetween" =>
            new Finding(key, Amount(expected).ToString(), new Lifetime(asked).Between(From(expected), At(expected, "to")).ToString()),
        "addMinutes" =>
            new Finding(key, At(expected, "result").ToString(), new Lifetime(asked).After(From(expected), Amount(expected))?.ToString()),
        "escalationAt" when expected.ValueKind != JsonValueKind.Array =>
            new Finding(key, Text(expected), asked.LevelTimes().FirstOrDefault()?.ToString()),
        "escalationAt" =>
            new Finding(key, Joined(expected.EnumerateArray().Select(Text)), Joined(asked.LevelTimes().Select(at => at?.ToString()))),
        "levelsFired" when expected.ValueKind == JsonValueKind.Number =>
            new Finding(
                key,
                expected.GetInt32().ToString(CultureInfo.InvariantCulture),
                asked.LevelTimes().Count(at => at < asked.Now).ToString(CultureInfo.InvariantCulture)),
        _ => throw new NotOursException(key),
    };

    /// <summary>
    /// The words of a product that sums a ticket up in one: a broken promise goes before all else, as everywhere with us.
    /// </summary>
    private static string State(TicketCase asked)
    {
        var states = asked.Clocks.ToLookup(clock => clock.StateAt(asked.Now));
        if (states.Contains(ClockState.Breached)) return "Failed";
        if (states.Contains(ClockState.Paused)) return "Paused";
        if (!states.Contains(ClockState.Running)) return "Fulfilled";

        return states[ClockState.Running].Any(clock => clock.Target.Metric == Core.Agreements.Metric.FirstResponse)
            ? "First Response Due"
            : "Resolution Due";
    }

    private static IEnumerable<string> Pauses(JsonElement expected) => expected.EnumerateObject()
        .SelectMany(day => day.Value.EnumerateArray().Select(pause => $"{day.Name} {pause[0].GetString()}-{pause[1].GetString()}"));

    private static string Joined(IEnumerable<string?> texts) => string.Join(", ", texts.Select(text => text ?? "never"));

    private static string? Text(JsonElement expected) =>
        expected.ValueKind == JsonValueKind.Null ? null : CaseJson.InstantOf(expected).ToString();

    private static Instant From(JsonElement expected) => At(expected, "from");

    private static Instant At(JsonElement expected, string key) => CaseJson.InstantOf(expected.GetProperty(key));

    private static BusinessDuration Amount(JsonElement expected) =>
        BusinessDuration.FromMinutes(expected.GetProperty("minutes").GetInt64());
}
