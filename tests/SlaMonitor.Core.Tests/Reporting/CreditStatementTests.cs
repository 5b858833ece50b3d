using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Reporting.Credits;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tests.Clocks;

namespace SlaMonitor.Core.Tests.Reporting;

public sealed class CreditStatementTests
{
    private static readonly CreditAmount FivePercent = new CreditAmount.ShareOfBasic(5);
    private static readonly CreditAmount TenPercent = new CreditAmount.ShareOfBasic(10);
    private static readonly CreditAmount ThreePercent = new CreditAmount.ShareOfBasic(3);

    private static readonly CreditRule[] Ladder =
        [Rule(Measure.Attainment, 95, FivePercent), Rule(Measure.Attainment, 90, TenPercent)];

    [Theory]
    [InlineData(95, 0)] // 95 of 100: not below
    [InlineData(94, 1000)]
    [InlineData(90, 1000)]
    [InlineData(88, 2000)] // 10 %, not 15 %
    public void Ladder_CountsItsLargestStep(int met, int credit) =>
        Assert.Equal(credit, Statement(Ladder, promises: new PromiseCounts { Met = met, Breached = 100 - met }).Total);

    [Fact]
    public void Ladder_OfWhichAFixedSumIsTheLargestStep_CountsThatOne()
    {
        var statement = Statement(
            [.. Ladder, Rule(Measure.Attainment, 99, new CreditAmount.Fixed(2500))], promises: new PromiseCounts { Met = 8, Breached = 2 });

        Assert.Equal([false, false, true], statement.Lines.Select(line => line.Counts));
        Assert.All(statement.Lines, line => Assert.True(line.Holds));
        Assert.Equal(2500, statement.Total);
    }

    [Fact]
    public void Credits_OfDifferentMeasures_AddUp_ToTheCap()
    {
        CreditRule[] rules =
        [
            .. Ladder,
            new(new CreditCondition(Measure.Attainment, "response", 99, Inclusive: false), ThreePercent),
            Rule(Measure.ResolutionRate, 95, ThreePercent),
        ];
        var promises = new PromiseCounts { Met = 8, Breached = 2 };
        var tickets = new TicketCounts { Resolved = 9, Gone = 1 };

        Assert.Equal(3200, Statement(rules, promises: promises, tickets: tickets).Total); // 10 + 3 + 3 percent of 20,000

        var capped = Statement(rules, cap: new CreditAmount.ShareOfBasic(15), promises: promises, tickets: tickets);
        Assert.Equal((3200m, 3000m, true), (capped.Sum, capped.Total, capped.IsCapped));
    }

    [Fact]
    public void Period_InWhichNothingWasDecided_HasNoFigureAndNoCredit()
    {
        var statement = Statement(
            [.. Ladder, Rule(Measure.ResolutionRate, 95, ThreePercent), Rule(Measure.Satisfaction, 4.5m, ThreePercent)]);

        Assert.All(statement.Lines, line => Assert.Equal((null, 0, false), (line.Figure, line.Basis, line.Holds)));
        Assert.Equal(0, statement.Total);
    }

    [Theory]
    [InlineData("EUR", "100.25", "5.01")] // 5.0125
    [InlineData("EUR", "100.30", "5.02")] // 5.015: half to even
    [InlineData("EUR", "100.10", "5.00")] // 5.005: half to even
    [InlineData("JPY", "10010", "500")] // 500.5
    [InlineData("JPY", "10030", "502")] // 501.5
    [InlineData("KWD", "1.25", "0.062")] // 0.0625
    [InlineData("CLF", "1.2345", "0.0617")] // 0.061725
    [InlineData("XXX", "100.25", "5.01")]
    public void Credit_IsRoundedHalfToEven_ToTheSmallestUnitOfItsCurrency(string currency, string basic, string credit) => Assert.Equal(
        decimal.Parse(credit),
        Statement(
            [Rule(Measure.Attainment, 95, FivePercent)], Fees(currency, decimal.Parse(basic)),
            promises: new PromiseCounts { Breached = 1 }).Total);

    [Fact]
    public void Credit_IsRoundedOnceAtTheEnd()
    {
        // 0.333 each: rounded one by one they would come to 0.66.
        CreditRule[] rules =
        [
            Rule(Measure.Attainment, 95, new CreditAmount.ShareOfBasic(3.33m)),
            Rule(Measure.ResolutionRate, 95, new CreditAmount.ShareOfBasic(3.33m)),
        ];
        var statement = Statement(
            rules, Fees("EUR", 10), promises: new PromiseCounts { Breached = 1 }, tickets: new TicketCounts { Gone = 1 });

        Assert.Equal((0.666m, 0.67m), (statement.Sum, statement.Total));
    }

    [Theory]
    [InlineData(5, 10)] // 4.5 of 5 is 9 of 10
    [InlineData(10, 5)]
    public void Satisfaction_IsMeasuredOnTheScaleOfTheAgreement(int best, int below)
    {
        var statement = Statement(
            [Rule(Measure.Satisfaction, below, FivePercent)], best: best, tickets: new TicketCounts { Answers = 2, RatingSum = 9 });

        Assert.Equal((best == 5 ? 4.5m : 9m, best == 5), (statement.Lines[0].Figure, statement.Lines[0].Holds));
    }

    [Fact]
    public void TermThatBeginsInMidMonth_PaysAndCreditsItsDays()
    {
        var agreement = Agreement(Ladder, Fees("EUR", 2900)) with
        {
            EffectiveFrom = new LocalDate(2024, 2, 20),
            Term = new Term { From = new LocalDate(2024, 2, 20), To = new LocalDate(2024, 3, 10) },
        };
        var broken = new PromiseCounts { Breached = 1 };

        // 10 of the 29 days of a leap year's February; 10 of the 31 of March.
        var february = Of([agreement], "2024-02", broken)!;
        Assert.Equal((10, 1000m, 100m), (february.DaysInForce, february.FeeTotal, february.Total));
        var march = Of([agreement], "2024-03", broken)!;
        Assert.Equal((10, 935.48m, 93.55m), (march.DaysInForce, march.FeeTotal, march.Total));

        Assert.Null(Of([agreement], "2024-01", broken));
        Assert.Null(Of([agreement], "2024-04", broken)); // what is decided after the end is in the report, and nothing is paid for it
    }

    [Fact]
    public void AmendmentInMidMonth_PaysEachVersionsDays_AndCountsByTheRulesOfTheLast()
    {
        var first = Agreement(Ladder, Fees("EUR", 3000));
        var second = Agreement([Rule(Measure.Attainment, 95, new CreditAmount.ShareOfBasic(20))], Fees("EUR", 6000)) with
        {
            Version = 2,
            EffectiveFrom = new LocalDate(2024, 4, 21),
        };
        var statement = Of([first, second], "2024-04", new PromiseCounts { Breached = 1 })!;

        Assert.Equal((2, 30, 4000m, 800m), (statement.Version, statement.DaysInForce, statement.FeeTotal, statement.Total));
    }

    [Fact]
    public void AmendmentToAnotherCurrency_CountsInTheLastOneThroughout()
    {
        var first = Agreement(Ladder, Fees("EUR", 3000));
        var second = first with { Version = 2, EffectiveFrom = new LocalDate(2024, 4, 21), Fees = Fees("JPY", 600_000) };

        Assert.Equal(("JPY", 60_000m), Of([first, second], "2024-04", new PromiseCounts { Breached = 1 }) is { } statement
            ? (statement.Currency, statement.Total)
            : default);
    }

    [Fact]
    public void Fees_AreListed_EmergenciesEach_AndServicesByName()
    {
        var fees = new FeeSchedule("CNY", ReportPeriod.Month, 20_000, 800, [new ValueAddedFee("Training", 500)]);
        var statement = Statement([], fees, tickets: new TicketCounts { Emergencies = 3 });

        Assert.Equal(
            [
                new FeeLine(FeeKind.Basic, null, 1, 20_000),
                new FeeLine(FeeKind.Emergencies, null, 3, 2400),
                new FeeLine(FeeKind.ValueAdded, "Training", 1, 500),
            ],
            statement.Fees);
        Assert.Equal(22_900, statement.FeeTotal);
    }

    private static CreditStatement Statement(
        CreditRule[] rules, FeeSchedule? fees = null, CreditAmount? cap = null, PromiseCounts promises = default,
        TicketCounts tickets = default, int best = 5)
    {
        var agreement = Agreement(rules, fees ?? Fees("CNY", 20_000), cap) with
        {
            Indicators = new IndicatorTerms { Satisfaction = new SatisfactionIndicator(4, best, ReportPeriod.Month, null) },
        };
        return Of([agreement], "2024-02", promises, tickets)!;
    }

    private static CreditStatement? Of(
        Agreement[] versions, string period, PromiseCounts promises, TicketCounts tickets = default) => CreditStatement.Of(
        new AgreementHistory(versions),
        ReportSpan.Parse(period)!,
        new Measures(promises, new Dictionary<string, PromiseCounts> { ["response"] = promises }, tickets),
        isFinal: true);

    private static Agreement Agreement(CreditRule[] rules, FeeSchedule fees, CreditAmount? cap = null) =>
        Story.Promising() with { Fees = fees, Credits = new CreditTerms(cap, rules) };

    private static FeeSchedule Fees(string currency, decimal basic) => new(currency, ReportPeriod.Month, basic, 0, []);

    private static CreditRule Rule(Measure measure, decimal below, CreditAmount credit) =>
        new(new CreditCondition(measure, null, below, Inclusive: false), credit);
}
