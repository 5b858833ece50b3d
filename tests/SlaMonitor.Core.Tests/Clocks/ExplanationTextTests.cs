using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>The whole text, as a reader gets it.</summary>
public sealed class ExplanationTextTests
{
    private static readonly Target Resolution = Within(Metric.Resolution, "9");

    [Fact]
    public void Text_BreachedWithPauseAndExclusion_AccountsForEveryMinute()
    {
        var storm = new Exclusion(new Interval(At("03-03 10:00"), At("03-03 12:00")), "typhoon", "both parties");
        var urgent = Resolution with { Id = "urgent", When = new Condition { Priorities = [TicketPriority.Urgent] } };
        var agreement = Promising(urgent, Resolution with { Counting = Weekdays.Without([storm.Span]) }) with { Exclusions = [storm] };
        var clock = Assert.Single(
            new Story().Created("03-02 14:00").Status("03-02 16:00", TicketStatus.Pending).Status("03-03 09:00", TicketStatus.Open)
                .Clocks(agreement));

        Assert.Equal(
            """
            Resolution: breached
            test v1, target Resolution: within 9h of calendar weekdays (Asia/Shanghai), from Mon 2026-03-02 14:00:00.
            Broken: it was due Tue 2026-03-03 18:00:00, 1h of open time over.
            Target urgent was considered first and does not apply: priority is normal, not urgent.
            Counted 10h of 9h:
              Mon 2026-03-02 14:00:00 – 16:00:00  2h
              Tue 2026-03-03 09:00:00 – 10:00:00  1h
              Tue 2026-03-03 12:00:00 – 18:00:00  6h
              Wed 2026-03-04 09:00:00 – 10:00:00  1h
            Not counted: Mon 2026-03-02 16:00:00 – Tue 2026-03-03 09:00:00, the status was pending.
            Excluded by agreement: Tue 2026-03-03 10:00:00 – 12:00:00, typhoon (approved by both parties).

            """,
            Text(clock, "03-04 10:00"));
    }

    [Theory]
    [InlineData("03-02 12:00", "Kept: resolved Mon 2026-03-02 12:00:00; it was due Mon 2026-03-02 18:00:00, so 6h were left.")]
    [InlineData(
        "03-02 20:00",
        "Broken: it was due Mon 2026-03-02 18:00:00; resolved Mon 2026-03-02 20:00:00, outside opening hours, "
        + "so that no open time has been counted since.")]
    [InlineData("03-03 10:00", "Broken: it was due Mon 2026-03-02 18:00:00; resolved Tue 2026-03-03 10:00:00, 1h of open time over.")]
    [InlineData("03-20 10:00", "It is due Mon 2026-03-02 18:00:00; 5h are left.")]
    public void Text_Resolved_SaysHowItWent(string resolvedAt, string expected)
    {
        var clock = new Story().Created("03-02 09:00").Resolved(resolvedAt).Clock(Resolution);
        var asOf = string.CompareOrdinal(resolvedAt, "03-10") < 0 ? "03-05 09:00" : "03-02 13:00";

        Assert.Contains(expected, Text(clock, asOf).Split('\n'));
    }

    [Fact]
    public void Text_AnsweredTooLate_SaysByWhomAndToTheSecond()
    {
        var late = Within(Metric.FirstResponse, "1");
        var clock = new Story().Created("03-02 09:00:00").AgentSays("03-02 10:43:29").Clock(late);

        Assert.Contains(
            "Broken: it was due Mon 2026-03-02 10:00:00; an agent replied Mon 2026-03-02 10:43:29, 43m 29s of open time over.",
            Text(clock, "03-02 13:00"), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_Held_SaysSinceWhenAndWhatIsLeft()
    {
        var clock = new Story().Created("03-02 09:00").Status("03-02 11:00", TicketStatus.OnHold).Clock(Resolution);

        var text = Text(clock, "03-02 13:00");
        Assert.Contains(
            "Held since Mon 2026-03-02 11:00:00, with 7h left; it is due that much open time after it goes on.",
            text,
            StringComparison.Ordinal);
        Assert.Contains("Not counted: Mon 2026-03-02 11:00:00 until now, the status was on hold.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_Deleted_SaysThatNothingIsOwed()
    {
        var clock = new Story().Created("03-02 09:00").Deleted("03-02 11:00").Clock(Resolution);

        Assert.Contains(
            "Not owed any more: the ticket was merged or deleted Mon 2026-03-02 11:00:00.",
            Text(clock, "03-02 13:00"),
            StringComparison.Ordinal);
    }

    private static string Text(Clock clock, string asOf) => ExplanationText.Of(ClockExplanation.Of(clock, At(asOf)));
}
