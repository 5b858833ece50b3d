using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;
using static SlaMonitor.Monitoring.Tests.Clauses.Contract;

namespace SlaMonitor.Monitoring.Tests.Clauses;

/// <summary>§3.2, §3.3, §4 and §9: what is measured over a period, what it costs, and what a broken promise costs.</summary>
public sealed class MoneyTests
{
    [Clause("3.2", Key = "indicators")]
    [Fact]
    public void Clause_3_2_ResolutionRate_IsAtLeastNinetyFivePercentAMonth() =>
        Assert.Equal(new RateIndicator(95, ReportPeriod.Month), Agreement.Indicators.ResolutionRate);

    [Clause("3.3", Key = "indicators")]
    [Fact]
    public void Clause_3_3_Satisfaction_IsAtLeastFourAndAHalfOfFiveAQuarter() =>
        Assert.Equal(new SatisfactionIndicator(4.5m, 5, ReportPeriod.Quarter, SurveyInterval.Quarter), Agreement.Indicators.Satisfaction);

    [Clause("4.1", Key = "fees")]
    [Fact]
    public void Clause_4_1_Fees_AreABasicOneAndOneForEachEmergency()
    {
        var fees = Agreement.Fees!;

        Assert.Equal(("CNY", 20_000m, 800m), (fees.Currency, fees.Basic, fees.EmergencyPerTicket));
        Assert.Empty(fees.ValueAdded);
    }

    [Clause("4.2", Key = "fees")]
    [Fact]
    public void Clause_4_2_Fees_ArePaidMonthly() => Assert.Equal(ReportPeriod.Month, Agreement.Fees!.Per);

    [Clause("9.1", Key = "credits")]
    [Theory]
    [InlineData(Measure.Attainment, "95", "")]
    [InlineData(Measure.Attainment, "94.99", "1000")]
    [InlineData(Measure.Attainment, "89.99", "1000 2000")]
    [InlineData(Measure.ResolutionRate, "95", "")]
    [InlineData(Measure.ResolutionRate, "94", "600")]
    public void Clause_9_1_MeasureBelowItsThreshold_EarnsItsCredits(Measure measure, string measured, string credits)
    {
        var value = decimal.Parse(measured, System.Globalization.CultureInfo.InvariantCulture);
        var earned = Agreement.Credits!.Rules.Where(rule => rule.When.Measure == measure && rule.When.IsMetBy(value))
            .Select(rule => rule.Credit.Of(Agreement.Fees!));

        Assert.Equal(
            credits,
            string.Join(' ', earned.Select(amount => amount.ToString("0", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Clause("9.1", Key = "credits")]
    [Fact]
    public void Clause_9_1_Credits_AreAtMostFifteenPercentOfTheBasicFee() =>
        Assert.Equal(3_000m, Agreement.Credits!.Cap!.Of(Agreement.Fees!));
}
