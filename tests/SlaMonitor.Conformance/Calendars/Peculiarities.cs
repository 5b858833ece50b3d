namespace SlaMonitor.Conformance.Calendars;

/// <summary>
/// The cases that expect some product's quirk, with the rule that we follow instead (docs/business-time.md numbers them) and what we
/// answer. Where the quirk happens to be our rule as well, the answer is the expected one.
/// </summary>
internal static class Peculiarities
{
    private const string KeepsTimeOfDay = "moving by working dates keeps the wall time, also outside the hours";
    private const string Lenient =
        "rule 6: a wall time in the gap moves forward by its length; a window that ends before it starts is none";
    private const string NeverNegative = "rule 7: elapsed with the end before the start is zero";
    private const string Exact = "rule 2: to the second and beyond, nothing is rounded";

    public static IReadOnlyDictionary<string, (string Rule, string Answer)> Known { get; } =
        new Dictionary<string, (string Rule, string Answer)>(StringComparer.Ordinal)
        {
            ["cal-023"] = (KeepsTimeOfDay, "2006-01-03T08:00:00Z"),
            ["cal-024"] = (KeepsTimeOfDay, "2006-01-03T18:00:00Z"),
            ["cal-027"] = (KeepsTimeOfDay, "2006-01-05T08:00:00Z"),
            ["cal-028"] = (KeepsTimeOfDay, "2006-01-05T18:00:00Z"),
            ["cal-085"] = (Lenient, "2006-04-03T16:00:00Z"),
            ["cal-097"] = (Lenient, "2014-03-09T10:30:00Z"),
            ["cal-160"] = (NeverNegative, "0m"),
            ["cal-168"] = ("rule 6: elapsed time is real time, and that Sunday has 25 hours", "25h"),
            ["cal-187"] = (KeepsTimeOfDay, "1991-11-18T21:00:00Z"),
            ["cal-188"] = (KeepsTimeOfDay, "1991-11-17T21:00:00Z"),
            ["cal-225"] = (NeverNegative, "0m"),
            ["cal-578"] = (Exact, "2016-11-09T09:26:36Z"),
            ["cal-579"] = (Exact, "2016-11-09T09:26:36Z"),
        };
}
