using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Reporting;

public sealed class ReportTests
{
    private static readonly Agreement Office = Promising(
        Within(Metric.FirstResponse, "4") with { Id = "response" }, Within(Metric.Resolution, "18") with { Id = "resolution" });

    [Fact]
    public void Promise_CountsInTheMonthInWhichItWasDecided_OnTheWallOfTheAgreementsZone()
    {
        // Half past midnight of 1 April in Shanghai: in March everywhere west of it.
        var decided = Met("T-1", At("04-01 00:30"));

        Assert.Equal(0, Report("2026-03", [decided]).Promises.Decided);
        Assert.Equal(1, Report("2026-04", [decided]).Promises.Met);
    }

    [Fact]
    public void Promise_DecidedAtTheLastInstantOfAMonth_AndAtTheFirst_CountsOnce()
    {
        ClockOutcome[] clocks = [Met("T-1", At("03-31 23:59:59")), Met("T-2", At("04-01 00:00"))];

        Assert.Equal((1, 1), (Report("2026-03", clocks).Promises.Met, Report("2026-04", clocks).Promises.Met));
    }

    [Fact]
    public void OpenPromise_IsAtRisk_OnceThreeQuartersOfItsBudgetAreUsed()
    {
        var open = new ClockOutcome[] { Open("T-1", At("03-31 09:00")), Open("T-2", At("03-31 10:00")) };
        var report = Report("2026-03", open, At("03-31 12:00"));

        Assert.Equal((2, 1), (report.Promises.Open, report.Promises.AtRisk));
        Assert.Equal("T-1", Assert.Single(report.AtRisk).Outcome.TicketId);
        Assert.False(report.IsOver);
    }

    [Fact]
    public void Cancelled_IsListedAndNotCounted()
    {
        var report = Report("2026-03", [Met("T-1", At("03-05 10:00")), Met("T-2", At("03-05 10:00")) with { End = ClockEnd.Gone }]);

        Assert.Equal(new PromiseCounts { Met = 1, Cancelled = 1 }, report.Promises);
        Assert.Equal(100m, report.Promises.Attainment);
        Assert.Equal("T-2", Assert.Single(report.Cancellations).Outcome.TicketId);
    }

    [Fact]
    public void EmptyMonth_HasNoFigures_AndItsTargetsAreThereAllTheSame()
    {
        var report = Report("2026-03", []);

        Assert.Equal((null, null, null), (report.Promises.Attainment, report.Tickets.ResolutionRate, report.Tickets.Satisfaction(5)));
        Assert.Null(report.Used);
        Assert.Equal(["response", "resolution"], report.Targets.Select(target => target.Target));
        Assert.Equal(["firstResponse", "resolution"], report.Metrics.Select(metric => metric.Metric));
    }

    [Fact]
    public void UsedBudget_IsReadOffByTheNearestRank()
    {
        // 1 % to 100 % of a budget of 100 minutes.
        var clocks = Enumerable.Range(1, 100).Select(minutes => Met($"T-{minutes}", At("03-05 10:00")) with
        {
            Budget = BusinessDuration.FromMinutes(100),
            Used = BusinessDuration.FromMinutes(minutes),
        });

        Assert.Equal(new UsedBudget(50, 90, 99), Report("2026-03", clocks).Used);
        Assert.Equal(new UsedBudget(7, 7, 7), Report("2026-03", [clocks.ElementAt(6)]).Used);
    }

    [Fact]
    public void BrokenPromise_UsedAllOfItsBudgetAtLeast()
    {
        var goesOn = Open("T-1", At("03-05 09:00"));
        var ended = goesOn with
        {
            TicketId = "T-2",
            EndedAt = At("03-09 09:00"),
            End = ClockEnd.Replied,
            Used = BusinessDuration.FromHours(18),
        };

        Assert.Equal(new UsedBudget(100, 450, 450), Report("2026-03", [goesOn, ended]).Used);
    }

    [Fact]
    public void Groups_HaveThoseWithTheMostBrokenPromisesFirst_AndSayWhatNobodySaid()
    {
        ClockOutcome[] clocks =
        [
            Met("T-1", At("03-05 10:00")) with { Facts = new OutcomeFacts { Customer = "Acme", Assignee = "anna" } },
            Open("T-2", At("03-05 09:00")) with { Facts = new OutcomeFacts { Customer = "Basic", Priority = TicketPriority.High } },
            Open("T-3", At("03-05 09:00")),
            Open("T-4", At("03-05 09:00")) with { Facts = new OutcomeFacts { Customer = "Basic" } },
        ];
        var groups = Report("2026-03", clocks).Groups;

        Assert.Equal(["Basic", null, "Acme"], groups[ReportDimension.Customer].Select(group => group.Value));
        Assert.Equal([(3, 2), (1, 1)], groups[ReportDimension.Priority].Select(group => (group.Promises.Decided, group.Promises.Breached)));
        Assert.Equal([null, "anna"], groups[ReportDimension.Agent].Select(group => group.Value));
    }

    [Fact]
    public void Breaches_AreCountedByWeekdayAndHourOfTheirDueTime()
    {
        var report = Report("2026-03", [Open("T-1", At("03-05 09:00")), Open("T-2", At("03-12 09:00")), Open("T-3", At("03-06 10:00"))]);

        Assert.Equal(2, report.BreachTimes[IsoDayOfWeek.Thursday, 13]);
        Assert.Equal(1, report.BreachTimes[IsoDayOfWeek.Friday, 14]);
        Assert.Equal(["T-1", "T-3", "T-2"], report.Breaches.Select(breach => breach.Outcome.TicketId));
    }

    [Fact]
    public void Indicator_IsKeptOrNot_WhereTheReportIsAboutItsOwnPeriod()
    {
        var agreement = Office with
        {
            Indicators = new IndicatorTerms
            {
                Attainment = new RateIndicator(95, ReportPeriod.Month),
                ResolutionRate = new RateIndicator(95, ReportPeriod.Quarter),
            },
        };
        ClockOutcome[] clocks = [Met("T-1", At("03-05 10:00")), Open("T-2", At("03-05 09:00"))];

        var month = Report("2026-03", clocks, agreement: agreement).Indicators;
        Assert.Equal(
            [(Measure.Attainment, 50m, false), (Measure.ResolutionRate, (decimal?)null, (bool?)null)],
            month.Select(indicator => (indicator.Measure, indicator.Figure, indicator.IsKept)));
        Assert.All(Report("2026-Q1", clocks, agreement: agreement).Indicators, indicator => Assert.Null(indicator.IsKept));
        Assert.All(Report("2026-03", clocks, At("03-20 09:00"), agreement).Indicators, indicator => Assert.Null(indicator.IsKept));
    }

    [Fact]
    public void Report_IsMadeByTheVersionThatHadTakenEffectByItsLastDay()
    {
        var second = Office with { Version = 2, Title = "Amended", EffectiveFrom = new LocalDate(2026, 3, 20) };
        var history = new AgreementHistory([Office, second]);

        Assert.Equal("Amended", new ReportScope(history, ReportSpan.Parse("2026-03")!, At("04-02 09:00")).Terms.Title);
        Assert.Equal("Test", new ReportScope(history, ReportSpan.Parse("2026-02")!, At("04-02 09:00")).Terms.Title);
    }

    [Fact]
    public void Promise_OfAnotherAgreement_IsNotCounted() =>
        Assert.Equal(0, Report("2026-03", [Met("T-1", At("03-05 10:00")) with { AgreementId = "other" }]).Promises.Decided);

    [Fact]
    public void Ticket_SettledByAClockThatRunsAhead_CountsOnceThatTimeHasCome()
    {
        var ticket = new TicketOutcome
        {
            TicketId = "T-1",
            AgreementId = Office.Id,
            AgreementVersion = 1,
            CreatedAt = At("03-05 09:00"),
            SettledAt = At("03-05 12:00"),
            Facts = new OutcomeFacts(),
        };

        Assert.Equal([0, 1, 1], new[] { "03-05 11:59", "03-05 12:00", "04-02 09:00" }.Select(now => Resolved(At(now))));

        int Resolved(Instant asOf)
        {
            var builder = new ReportBuilder(new ReportScope(new AgreementHistory([Office]), ReportSpan.Parse("2026-03")!, asOf));
            builder.Add(ticket);
            return builder.Build().Tickets.Resolved;
        }
    }

    [Fact]
    public void Restatement_SaysWhichPromisesChangedSides()
    {
        var late = Open("T-1", At("03-05 09:00"));
        var sent = ReportSummary.Of(Report("2026-03", [late]));
        var kept = late with { EndedAt = At("03-05 10:00"), End = ClockEnd.Replied };
        var restated = Report("2026-03", [kept], lastSent: sent).Restated!;

        Assert.Equal("T-1", Assert.Single(restated.NotBroken).TicketId);
        Assert.Empty(restated.NowBroken);
        Assert.Contains(new RestatedFigure(RestatedKind.Attainment, null, 0, 100), restated.Figures);
        Assert.Contains(new RestatedFigure(RestatedKind.Breached, "response", 1, 0), restated.Figures);

        var other = Report("2026-03", [late], lastSent: ReportSummary.Of(Report("2026-03", [kept]))).Restated!;
        Assert.Equal("T-1", Assert.Single(other.NowBroken).TicketId);
        Assert.Null(Report("2026-03", [late], lastSent: sent).Restated);
    }

    [Fact]
    public void Satisfaction_ThatWasRestated_IsOnTheScaleOfTheAgreement()
    {
        var ofTen = Office with
        {
            Indicators = Office.Indicators with { Satisfaction = new SatisfactionIndicator(8, 10, ReportPeriod.Month, null) },
        };
        var sent = ReportSummary.Of(Report("2026-03", [], agreement: ofTen)) with
        {
            Tickets = new TicketCounts { Answers = 2, RatingSum = 7 },
        };
        var later = Report("2026-03", [], agreement: ofTen, lastSent: sent);

        Assert.Equal(10, later.BestRating);
        Assert.Equal(7m, later.Restated!.Figures.Single(figure => figure.Kind == RestatedKind.Satisfaction).Before);
    }

    private static Report Report(
        string span, IEnumerable<ClockOutcome> clocks, Instant? asOf = null, Agreement? agreement = null, ReportSummary? lastSent = null)
    {
        var scope = new ReportScope(new AgreementHistory([agreement ?? Office]), ReportSpan.Parse(span)!, asOf ?? At("05-04 09:00"));
        var builder = new ReportBuilder(scope);
        foreach (var clock in clocks) builder.Add(clock);
        return builder.Build(lastSent: lastSent);
    }

    /// <summary>A first response that was given an hour after it was asked for.</summary>
    private static ClockOutcome Met(string ticket, Instant at) => Open(ticket, at - Duration.FromHours(1)) with
    {
        DueAt = at + Duration.FromHours(3),
        DueAtWithoutExclusions = at + Duration.FromHours(3),
        EndedAt = at,
        End = ClockEnd.Replied,
        Used = BusinessDuration.FromHours(1),
        RiskAt = null,
    };

    /// <summary>A first response that nobody has given, due after four hours.</summary>
    private static ClockOutcome Open(string ticket, Instant startedAt) => new()
    {
        TicketId = ticket,
        ClockId = new ClockId("response", 1, 14_400),
        AgreementId = Office.Id,
        AgreementVersion = 1,
        TargetId = "response",
        Metric = "firstResponse",
        Cycle = 1,
        StartedAt = startedAt,
        DueAt = startedAt + Duration.FromHours(4),
        DueAtWithoutExclusions = startedAt + Duration.FromHours(4),
        Budget = BusinessDuration.FromHours(4),
        Used = BusinessDuration.Zero,
        RiskAt = startedAt + Duration.FromHours(3),
        Facts = new OutcomeFacts(),
    };
}
