using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Core.Tests.Agreements;

public sealed class TermTests
{
    [Theory]
    [InlineData(Renewal.Yearly, 30, "2026-12-01", "2026-12-31")] // thirty days before the last day: in time
    [InlineData(Renewal.Yearly, 30, "2026-12-02", "2027-12-31")] // a day late
    [InlineData(Renewal.Yearly, 30, "2024-01-02", "2026-12-31")]
    [InlineData(Renewal.Yearly, 0, "2026-12-31", "2026-12-31")]
    [InlineData(Renewal.Yearly, 0, "2027-01-01", "2027-12-31")]
    [InlineData(Renewal.Yearly, 0, "2029-12-31", "2029-12-31")] // the last day of a later term
    [InlineData(Renewal.Yearly, 90, "2030-06-15", "2030-12-31")]
    [InlineData(Renewal.Monthly, 14, "2027-02-10", "2027-02-28")] // months are counted from the first end, the 31st
    [InlineData(Renewal.Monthly, 14, "2027-02-15", "2027-03-31")]
    [InlineData(Renewal.Monthly, 0, "2028-02-29", "2028-02-29")]
    public void LastDay_NoticeGiven_IsTheEndOfTheFirstTermThatIsFarEnoughAway(
        Renewal renews, int noticeDays, string noticeGivenOn, string lastDay)
    {
        var term = new Term
        {
            From = new(2024, 1, 1),
            To = new(2026, 12, 31),
            Renews = renews,
            NoticeDays = noticeDays,
            NoticeGivenOn = Date(noticeGivenOn),
        };

        Assert.Equal(Date(lastDay), term.LastDay);
    }

    [Fact]
    public void LastDay_NoEndInSight_IsNone()
    {
        Assert.Null(new Term { From = new(2024, 1, 1) }.LastDay);
        Assert.Null(new Term { From = new(2024, 1, 1), To = new(2024, 12, 31), Renews = Renewal.Yearly }.LastDay);
    }

    [Fact]
    public void LastDay_Settled_IsWhatWasSettled()
    {
        var term = new Term { From = new(2024, 1, 1), To = new(2024, 12, 31), Renews = Renewal.Yearly, EndedOn = new(2024, 5, 5) };

        Assert.Equal((new LocalDate(2024, 5, 5), "as the parties settled"), (term.LastDay, term.EndedBecause));
    }

    [Fact]
    public void LastDay_DoesNotRenew_IsTheLastOfTheTerm()
    {
        var term = new Term { From = new(2024, 1, 1), To = new(2024, 12, 31) };

        Assert.Equal((new LocalDate(2024, 12, 31), "and does not renew"), (term.LastDay, term.EndedBecause));
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
