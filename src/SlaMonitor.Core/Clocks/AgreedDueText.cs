using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>Says of a clock which due times were agreed for its ticket, and what holds without them.</summary>
internal static class AgreedDueText
{
    /// <summary>A line for each that was agreed for the clock until the explanation's moment.</summary>
    public static IEnumerable<string> Of(ClockExplanation explanation)
    {
        var clock = explanation.Clock;
        var zone = clock.Target.Calendar.Zone;
        if (clock.AgreedDue is { } agreed)
        {
            var without = clock.ComputedDueAt is { } due
                ? $"it would be due {ExplanationText.Moment(due, zone)}"
                : "no due time would be known while it is held";
            yield return $"{Words(agreed, zone)}. Without that, {without}, and "
                + $"{clock.ComputedStateAt(explanation.AsOf).ToString().ToLowerInvariant()}.";
        }

        foreach (var refused in AgreedDues.Refused(clock).Where(refused => refused.From <= explanation.AsOf))
        {
            yield return $"{Words(refused, zone)}. It does not count: {WhyNot(clock, refused)}.";
        }
    }

    private static string WhyNot(Clock clock, AgreedDueSince refused) => clock.Target.AllowsAgreedDue switch
    {
        false => "the target has no 'agreedDue: true'",
        _ when AgreedDues.IsPast(refused) => "that was past when it was agreed",
        _ => "the clock was due before that was agreed",
    };

    private static string Words(AgreedDueSince agreed, DateTimeZone zone) =>
        $"Agreed on {ExplanationText.Moment(agreed.From, zone)} by {agreed.Agreed.ApprovedBy}: due "
        + $"{ExplanationText.Moment(agreed.Agreed.Due, zone)}, {agreed.Agreed.Reason}";
}
