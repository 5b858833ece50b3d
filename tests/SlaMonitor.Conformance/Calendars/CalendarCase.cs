using System.Text.Json;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Conformance.Calendars;

/// <summary>One question of business time with the answer that its source expects.</summary>
internal static class CalendarCase
{
    public static bool IsOne(JsonElement json) => json.TryGetProperty("calendar", out _) && json.TryGetProperty("op", out _);

    /// <summary>
    /// Our answer, as text that can be compared with <see cref="Expected"/>: an instant, an amount of business time or a yes or no.
    /// </summary>
    public static string Answer(JsonElement json)
    {
        CaseJson.AllowOnly(
            json, "case", "id", "source", "calendar", "op", "start", "end", "minutes", "seconds", "days", "expected", "expectedSeconds",
            "peculiar", "reason", "derived", "note");
        if (json.GetProperty("expected").ValueKind == JsonValueKind.Null)
            throw new NotOursException("expected null");
        var calendar = CalendarJson.Compile(json.GetProperty("calendar"));
        var start = CaseJson.InstantOf(json.GetProperty("start"));
        return json.GetProperty("op").GetString() switch
        {
            "add" => calendar.Add(start, AmountOf(json)).ToString(),
            "subtract" => calendar.Subtract(start, AmountOf(json)).ToString(),
            "elapsed" => calendar.Elapsed(start, CaseJson.InstantOf(json.GetProperty("end"))).ToString(),
            "isWorking" => calendar.IsOpen(start).ToString(),
            "addDays" => calendar.AddDays(start, json.GetProperty("days").GetInt32()).ToString(),
            var unknown => throw new NotOursException($"op {unknown}"),
        };
    }

    public static string Expected(JsonElement json)
    {
        var expected = json.GetProperty("expected");
        return json.GetProperty("op").GetString() switch
        {
            "elapsed" when json.TryGetProperty("expectedSeconds", out var seconds) => Amount(seconds.GetDecimal()).ToString(),
            "elapsed" => Amount(expected.GetDecimal() * NodaConstants.SecondsPerMinute).ToString(),
            "isWorking" => expected.GetBoolean().ToString(),
            _ => CaseJson.InstantOf(expected).ToString(),
        };
    }

    private static BusinessDuration AmountOf(JsonElement json) => json.TryGetProperty("seconds", out var seconds)
        ? Amount(seconds.GetDecimal())
        : Amount(json.GetProperty("minutes").GetDecimal() * NodaConstants.SecondsPerMinute);

    private static BusinessDuration Amount(decimal seconds) => BusinessDuration.FromTicks((long)(seconds * NodaConstants.TicksPerSecond));
}
