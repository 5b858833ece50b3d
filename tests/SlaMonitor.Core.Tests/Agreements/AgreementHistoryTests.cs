using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Tests.Clocks;

namespace SlaMonitor.Core.Tests.Agreements;

public sealed class AgreementHistoryTests
{
    /// <summary>Midnight of Shanghai, eight hours before that of Greenwich.</summary>
    private static readonly Instant NewYear = Instant.FromUtc(2025, 12, 31, 16, 0);

    private static readonly Agreement First = Story.Promising() with { EffectiveFrom = new LocalDate(2025, 1, 1) };
    private static readonly Agreement Second = First with { Version = 2, EffectiveFrom = new LocalDate(2026, 1, 1) };

    [Fact]
    public void Versions_InAnyOrder_AreEarliestFirst() => Assert.Equal([First, Second], new AgreementHistory([Second, First]).Versions);

    [Fact]
    public void VersionAt_AroundTheBeginningOfTheSecond_ChangesAtItsFirstMoment()
    {
        var history = new AgreementHistory([Second, First]);

        Assert.Same(First, history.VersionAt(NewYear - Duration.Epsilon));
        Assert.Same(Second, history.VersionAt(NewYear));
        Assert.Same(First, history.VersionAt(First.EffectiveAt));
        Assert.Null(history.VersionAt(First.EffectiveAt - Duration.Epsilon));
    }

    [Fact]
    public void VersionAt_AroundTheEndOfTheTerm_LastsThroughItsLastDay()
    {
        var history = new AgreementHistory([First with { Term = new Term { From = new(2025, 1, 1), To = new(2025, 12, 31) } }]);

        Assert.NotNull(history.VersionAt(NewYear - Duration.Epsilon));
        Assert.Null(history.VersionAt(NewYear));
        Assert.Equal("test v1 ended on 2025-12-31 and does not renew", history.WhyNoneAt(NewYear));
    }

    [Fact]
    public void WhyNoneAt_BeforeTheFirst_SaysWhenItTakesEffect() => Assert.Equal(
        "test v1 takes effect on 2025-01-01, and nothing was agreed before",
        new AgreementHistory([Second, First]).WhyNoneAt(First.EffectiveAt - Duration.Epsilon));

    [Fact]
    public void WhyNoneAt_AfterNotice_NamesIt()
    {
        var term = new Term { From = new(2025, 1, 1), To = new(2025, 12, 31), Renews = Renewal.Yearly, NoticeGivenOn = new(2025, 11, 5) };

        Assert.Equal(
            "test v1 ended on 2025-12-31 after notice was given on 2025-11-05", new AgreementHistory([First with { Term = term }]).WhyNoneAt(NewYear));
    }

    [Fact]
    public void New_NoVersion_IsRefused() => Assert.Throws<ArgumentException>(() => new AgreementHistory([]));

    [Fact]
    public void New_VersionOfAnotherAgreement_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new AgreementHistory([First, Second with { Id = "other" }]));

    [Fact]
    public void New_TwoVersionsFromOneDay_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new AgreementHistory([Second, First, First with { Version = 3 }]));
}
