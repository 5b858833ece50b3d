using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;

namespace SlaMonitor.Core.Tests.Agreements;

public sealed class CreditTests
{
    private static readonly FeeSchedule Fees = new("CNY", ReportPeriod.Month, Basic: 20_000, EmergencyPerTicket: 500, ValueAdded: []);

    [Theory]
    [InlineData(false, 94.9, true)]
    [InlineData(false, 95, false)]
    [InlineData(true, 95, true)]
    [InlineData(true, 95.1, false)]
    public void Condition_AroundItsThreshold_IsMetBelow_AndAtItWhereThatIsTooLittle(bool inclusive, double measured, bool isMet) =>
        Assert.Equal(isMet, new CreditCondition(Measure.Attainment, null, 95, inclusive).IsMetBy((decimal)measured));

    [Theory]
    [InlineData(Measure.Attainment, "response", 95, false, "attainment of response < 95%")]
    [InlineData(Measure.Attainment, null, 95, true, "attainment <= 95%")]
    [InlineData(Measure.ResolutionRate, null, 90, false, "resolutionRate < 90%")]
    [InlineData(Measure.Satisfaction, null, 4, false, "satisfaction < 4")] // ratings are no percentages
    public void Condition_Written_IsAsInTheAgreement(Measure measure, string? target, int below, bool inclusive, string expected) =>
        Assert.Equal(expected, new CreditCondition(measure, target, below, inclusive).ToString());

    [Fact]
    public void Amount_ShareOfBasic_IsThatShareOfTheBasicFee_NotRounded()
    {
        Assert.Equal(1_000m, new CreditAmount.ShareOfBasic(5).Of(Fees));
        Assert.Equal(0.333m, new CreditAmount.ShareOfBasic(3.33m).Of(Fees with { Basic = 10 }));
        Assert.Equal("5% of basic", new CreditAmount.ShareOfBasic(5).ToString());
    }

    [Fact]
    public void Amount_Fixed_IsTheSumWhateverTheFees()
    {
        Assert.Equal(750m, new CreditAmount.Fixed(750).Of(Fees));
        Assert.Equal("750", new CreditAmount.Fixed(750).ToString());
    }
}
