using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Indicators;

namespace SlaMonitor.Agreements.Tests.Examples;

/// <summary>What an agreement says beyond its tickets, each as a line: what is measured, paid and told over a period.</summary>
internal static class ExampleTerms
{
    public static IEnumerable<string> Of(Agreement agreement) => Lines(agreement).Select(line => FormattableString.Invariant(line));

    private static IEnumerable<FormattableString> Lines(Agreement agreement)
    {
        if (agreement.Indicators.Attainment is { } attainment) yield return $"term attainment: {Rate(attainment)}";
        if (agreement.Indicators.ResolutionRate is { } resolved) yield return $"term resolutionRate: {Rate(resolved)}";
        if (agreement.Indicators.Satisfaction is { } rating)
            yield return $"term satisfaction: {rating.AtLeast} of {rating.Of} a {rating.Per}, asked {Often(rating.SurveyEvery)}";
        if (agreement.Fees is { } fees)
        {
            yield return $"term fees: {fees.Currency} {fees.Basic} a {fees.Per}, {fees.EmergencyPerTicket} an emergency";
            foreach (var more in fees.ValueAdded) yield return $"term fees: {more.Name} {more.Amount}";
        }

        if (agreement.Credits?.Cap is { } cap) yield return $"term cap: {cap.Of(agreement.Fees!):0.##}";
        if (agreement.Grouping != Grouping.Default) yield return $"term grouping: {agreement.Grouping.Every.TotalMinutes} minutes";
        foreach (var contact in agreement.Contacts.Values)
        {
            if (contact.Grouping is { } grouping) yield return $"term grouping of {contact.Id}: {grouping.Every.TotalMinutes} minutes";
        }

        foreach (var policy in agreement.Escalations.Where(policy => policy.AllClear != AllClearRule.Broken))
            yield return $"term allClear: {policy.AllClear}";
        if (agreement.Dates is { } dates)
        {
            yield return $"term dates: {string.Join(' ', dates.Tell)}";
            yield return $"term dates: {dates.TermEnds} days before the end, {dates.HolidaysEnd} before that of the holidays";
        }

        if (agreement.Reports is { } reports)
        {
            yield return $"term reports: {reports.Calendar.Id}, to {string.Join(' ', reports.Provider)}";
            yield return $"term reports: approved by {reports.ApprovedBy}, to {string.Join(' ', reports.Customer)}";
        }
    }

    private static string Often(SurveyInterval? every) => every is { } often ? $"each {often}" : "never";

    private static string Rate(RateIndicator rate) => FormattableString.Invariant($"{rate.AtLeastPercent}% a {rate.Per}");
}
