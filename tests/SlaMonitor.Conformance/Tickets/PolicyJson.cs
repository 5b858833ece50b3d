using System.Text.Json;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Conformance.Tickets;

/// <summary>Makes agreements of the <c>policy</c> of a ticket case.</summary>
internal static class PolicyJson
{
    /// <param name="policy">Either one policy with <c>calendar</c> and <c>metrics</c>, or several <c>policies</c> that only match.</param>
    /// <param name="countsOpening">
    /// Whether the case tells the message that opens the ticket apart, so that it waits for a reply of its own.
    /// </param>
    public static AgreementBook Read(JsonElement policy, bool countsOpening)
    {
        CaseJson.AllowOnly(policy, "policy", "calendar", "metrics", "match", "policies", "escalation");
        return policy.TryGetProperty("policies", out var several)
            ? new AgreementBook(several.EnumerateArray().Where(Governs).Select(MatchingOnly).Select(History))
            : new AgreementBook([History(Promising(policy, countsOpening))]);
    }

    private static AgreementHistory History(Agreement only) => new([only]);

    /// <summary>
    /// Where a policy that asks for nothing must be marked as the default to govern, one without the mark governs no ticket. Ours governs
    /// as soon as it is in the book, so it is left out.
    /// </summary>
    private static bool Governs(JsonElement policy) => IsDefault(policy) || Match(policy) is not null;

    private static bool IsDefault(JsonElement policy) => policy.TryGetProperty("default", out var mark) && mark.GetBoolean();

    private static JsonElement? Match(JsonElement policy) =>
        policy.TryGetProperty("match", out var match) && match.ValueKind == JsonValueKind.Object ? match : null;

    private static Agreement MatchingOnly(JsonElement policy)
    {
        CaseJson.AllowOnly(policy, "policy.policies", "name", "match", "default");
        return Empty(policy.GetProperty("name").GetString()!, policy);
    }

    private static Agreement Promising(JsonElement policy, bool countsOpening)
    {
        var calendar = CalendarJson.Compile(policy.GetProperty("calendar"));
        return Empty("policy", policy) with
        {
            TimeZone = calendar.Zone,
            Calendars = new Dictionary<string, BusinessCalendar>(StringComparer.Ordinal) { [calendar.Id] = calendar },
            Targets = [.. policy.GetProperty("metrics")
                .EnumerateObject()
                .Where(IsPromised)
                .Select(metric => TargetOf(metric, calendar, countsOpening))],
            Escalations = [new EscalationPolicy(Condition.Always, [.. EscalationJson.Read(policy).Select(level => level.Step)], null)],
            FallbackContact = EscalationJson.Lead,
        };
    }

    private static Agreement Empty(string id, JsonElement policy) => new()
    {
        Id = id,
        Title = id,
        Version = 1,
        EffectiveFrom = new LocalDate(1970, 1, 1),
        TimeZone = DateTimeZone.Utc,
        Governs = Match(policy) is { } match ? MatchJson.Read(match) : Condition.Always,
        Calendars = new Dictionary<string, BusinessCalendar>(StringComparer.Ordinal),
        Targets = [],
        Contacts = new Dictionary<string, Contact>(StringComparer.Ordinal)
        {
            [EscalationJson.Lead] = new() { Id = EscalationJson.Lead, Email = "lead@example.com" },
        },
        FallbackContact = null,
    };

    /// <summary>Zero minutes are how a product's form says that nothing is promised; an agreement leaves the target out.</summary>
    private static bool IsPromised(JsonProperty metric) => metric.Value.GetProperty("minutes").GetInt64() > 0;

    private static Target TargetOf(JsonProperty metric, BusinessCalendar calendar, bool countsOpening)
    {
        CaseJson.AllowOnly(metric.Value, $"policy.metrics.{metric.Name}", "minutes", "pausable");
        var measured = CaseMetrics.Parse(metric.Name);
        return new Target
        {
            Id = metric.Name,
            Metric = measured,
            Within = BusinessDuration.FromMinutes(metric.Value.GetProperty("minutes").GetInt64()),
            Calendar = calendar,
            Pauses = metric.Value.TryGetProperty("pausable", out var pausable)
                ? pausable.GetBoolean()
                : PauseRule.Default.Stops.Contains(measured),
            CountsOpening = measured == Metric.NextResponse && countsOpening,
        };
    }
}
