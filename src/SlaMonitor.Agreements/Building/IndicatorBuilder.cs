using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements.Indicators;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the indicators of an agreement.</summary>
internal static class IndicatorBuilder
{
    public static IndicatorTerms Build(IndicatorsSection? section, Problems problems) =>
        section is null ? IndicatorTerms.None : new IndicatorTerms
        {
            Attainment = Rate(section.Attainment),
            ResolutionRate = Rate(section.ResolutionRate),
            Satisfaction = Satisfaction(section.Satisfaction, problems),
        };

    private static RateIndicator? Rate(RateSection? section) =>
        section?.AtLeast is { } atLeast ? new RateIndicator(atLeast.Value.Value, section.Per?.Value ?? ReportPeriod.Month) : null;

    private static SatisfactionIndicator? Satisfaction(SatisfactionSection? section, Problems problems)
    {
        if (section?.AtLeast is not { } atLeast) return null;
        var best = section.Of?.Value ?? 5;
        if (atLeast.Value > best) problems.Error(atLeast.Place, $"nobody can be that satisfied; the best rating is {best}");
        return new SatisfactionIndicator(atLeast.Value, best, section.Per?.Value ?? ReportPeriod.Month, section.SurveyEvery?.Value);
    }
}
