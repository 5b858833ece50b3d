using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Tests.Feeds;

/// <summary>The calendar that a rotation is given out as: what we write, our own reader of calendars understands.</summary>
public sealed class RotationCalendarTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 16, 8, 0);

    [Fact]
    public void Calendar_ReadBack_HasTheSameShifts_AndNoneOfNobody()
    {
        var (agreement, contact) = (Walk.AgreementOf("Europe/Berlin"), new Contact { Id = "on-call" });
        RotationShift[] shifts =
        [
            Shift(0, 7, "anna@example.com"), Shift(7, 8, member: null), Shift(8, 14, "ben@example.com"),
        ];

        var text = RotationCalendar.Write(agreement, contact, shifts, Monday, shift => $"of {shift.Member}, \r\nBEGIN:VEVENT");

        var read = OnCallCalendar.Read("calendar", text, Monday + Duration.FromDays(30), out var problems);
        Assert.Empty(problems);
        Assert.Equal(2, read!.EventCount);
        var turns = read.TurnsFor(agreement, new Interval(Monday, Monday + Duration.FromDays(30)), out _);
        foreach (var shift in shifts)
        {
            Assert.Equal(shift.Member, turns.At(shift.Span.Start, agreement.TimeZone));
            Assert.Equal(shift.Member, turns.At(shift.Span.End - Duration.FromSeconds(1), agreement.TimeZone));
        }
    }

    private static RotationShift Shift(int from, int until, string? member) =>
        new(new Interval(Monday + Duration.FromDays(from), Monday + Duration.FromDays(until)), member);
}
