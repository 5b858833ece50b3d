using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Monitoring.Tests.Views;

/// <summary>When nobody is on call.</summary>
public sealed class RotationViewTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 0, 0);

    [Fact]
    public void Gaps_AreEveryStretchWithoutAnybody_AndTheLastHasNoEnd()
    {
        var view = Of(Shift(0, 2, "ann"), Shift(3, 5, "ben"), Shift(5, 6, "ann"));

        Assert.Equal(("ann", "ben"), (view.Now, view.Next));
        Assert.Equal([new(Day(2), Day(3)), new(Day(6), null)], view.Gaps);
    }

    [Fact]
    public void Gap_ThatIsNow_BeginsNow()
    {
        var view = Of(Shift(-3, -1, "ann"), Shift(1, 40, "ben"));

        Assert.Null(view.Now);
        Assert.Equal([new(Monday, Day(1))], view.Gaps);
    }

    [Fact]
    public void Gap_BeyondFourWeeks_IsNotLookedFor() => Assert.Empty(Of(Shift(0, 40, "ann")).Gaps);

    [Fact]
    public void Gap_OfAnEmptyCalendar_IsAllTheTime() => Assert.Equal([new(Monday, null)], Of().Gaps);

    private static RotationView Of(params Shift[] shifts) => RotationView.Of(
        new Agreement
        {
            Id = "office",
            Title = "Office",
            Version = 1,
            EffectiveFrom = new LocalDate(2026, 1, 1),
            TimeZone = DateTimeZone.Utc,
            Calendars = new Dictionary<string, BusinessCalendar>(),
            Targets = [],
            Contacts = new Dictionary<string, Contact>
            {
                ["lead"] = new() { Id = "lead", Email = "lead@example.com" },
                ["on-call"] = new() { Id = "on-call", Rotation = new Rotation(DatedTurns.Of(shifts)) },
            },
            FallbackContact = "lead",
        },
        Monday).Single();

    private static Shift Shift(int from, int to, string who) => new(new Interval(Day(from), Day(to)), who);

    private static Instant Day(int day) => Monday + Duration.FromDays(day);
}
