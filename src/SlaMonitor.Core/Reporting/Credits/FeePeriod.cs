using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Core.Reporting.Credits;

/// <summary>
/// What is paid for a period of which the agreement may have been in force on some days only, and in several versions: each day pays its
/// share of the fee of its version.
/// </summary>
/// <param name="Terms">The version of the last day in force: its rules count for the whole period.</param>
/// <param name="Fees">Its fees, with the basic one and those of services as this period pays them.</param>
/// <param name="DaysInForce">On how many days of the period the agreement was in force.</param>
internal sealed record FeePeriod(Agreement Terms, FeeSchedule Fees, int DaysInForce)
{
    /// <returns>The period; <c>null</c> where no version with fees is in force on any day of it.</returns>
    public static FeePeriod? Of(AgreementHistory history, ReportSpan period)
    {
        var days = Enumerable.Range(0, period.Days)
            .Select(day => VersionOn(history, period, day))
            .OfType<Agreement>()
            .ToList();
        if (days is not [.., { Fees: { } fees } terms]) return null;

        var basic = days.Sum(version => FeesOf(version).Basic) / period.Days;
        var services = days.SelectMany(version => FeesOf(version).ValueAdded).GroupBy(service => service.Name, StringComparer.Ordinal)
            .Select(service => new ValueAddedFee(service.Key, service.Sum(day => day.Amount) / period.Days));
        return new FeePeriod(terms, fees with { Basic = basic, ValueAdded = [.. services] }, days.Count);

        // Amounts of two currencies, or for periods of two lengths, cannot be added: then the last version's count throughout.
        FeeSchedule FeesOf(Agreement version) =>
            version.Fees is { } own && own.Per == fees.Per && string.Equals(own.Currency, fees.Currency, StringComparison.OrdinalIgnoreCase)
                ? own
                : fees;
    }

    private static Agreement? VersionOn(AgreementHistory history, ReportSpan period, int day) =>
        history.VersionAt(history.Versions[^1].TimeZone.AtStartOfDay(period.First.PlusDays(day)).ToInstant());
}
