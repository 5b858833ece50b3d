using CsCheck;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests;

public sealed class DurationTests
{
    private static readonly Gen<DurationText> Durations =
        Gen.Select(Gen.Int[0, 9999], Gen.Long[0, 999_999L * 3600]).Select((days, seconds) => new DurationText(days, seconds));

    [Theory]
    [InlineData("15m", 0, 900)]
    [InlineData("4h", 0, 14_400)]
    [InlineData("45h", 0, 162_000)]
    [InlineData("1h30m", 0, 5_400)]
    [InlineData("1h 30m", 0, 5_400)]
    [InlineData("90s", 0, 90)]
    [InlineData("2d", 2, 0)]
    [InlineData("1d4h", 1, 14_400)]
    [InlineData("0m", 0, 0)]
    [InlineData("120m", 0, 7_200)]
    public void TryParse_Duration_IsRead(string text, int days, long seconds) =>
        Assert.Equal(new DurationText(days, seconds), DurationText.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("4")]
    [InlineData("h")]
    [InlineData("-4h")]
    [InlineData("4 h")]
    [InlineData("4H")]
    [InlineData("1.5h")]
    [InlineData("4h ")]
    [InlineData(" 4h")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("1w")]
    [InlineData("9999999h")]
    [InlineData("٤h")]
    public void TryParse_NoDuration_IsRefused(string text) => Assert.Null(DurationText.TryParse(text));

    [Fact]
    public void ToString_AnyDuration_ReadsAsItself() =>
        Durations.Sample(duration => Assert.Equal(duration, DurationText.TryParse(duration.ToString())));

    [Fact]
    public void ToString_AnyStepMoment_ReadsAsTheSameMoment() =>
        Gen.Long[1, 999_999L * 3600].Sample(seconds =>
        {
            var businessStep = new StepMoment.AfterDue(BusinessDuration.FromSeconds(seconds));
            var elapsedStep = new StepMoment.ElapsedAfterDue(Duration.FromSeconds(seconds));

            Assert.Equal(new StepText(null, new DurationText(0, seconds), false), StepText.TryParse(businessStep.Name));
            Assert.Equal(new StepText(null, new DurationText(0, seconds), true), StepText.TryParse(elapsedStep.Name));
        });

    [Theory]
    [InlineData("2d", 18 * 60)]
    [InlineData("1d30m", (9 * 60) + 30)]
    public void Load_DaysInACalendarWithOneLengthOfDay_AreThatLong(string within, long minutes)
    {
        var load = TestFiles.Load(TestFiles.Small().Replace("within: 4h", $"within: {within}", StringComparison.Ordinal));

        Assert.Equal(BusinessDuration.FromMinutes(minutes), load.Book!.Find("support", 1)!.Targets[0].Within);
    }

    [Fact]
    public void Load_DaysInACalendarThatSaysHowLongTheyAre_AreThatLong()
    {
        var load = TestFiles.Load("""
            agreement: support
            effectiveFrom: 2024-01-01
            timeZone: UTC
            calendars:
              business: { week: { mon-thu: "09:00-17:00", fri: "09:00-13:00" }, dayLength: 7h30m }
            targets:
              - { id: response, metric: firstResponse, within: 2d, calendar: business }
            contacts: { lead: { email: lead@example.com } }
            escalation:
              - steps: [{ at: due + 1d, notify: lead }, { at: due + 1d elapsed, notify: lead }]
            """);

        var agreement = load.Book!.Find("support", 1)!;
        Assert.Equal(BusinessDuration.FromHours(15), agreement.Targets[0].Within);
        Assert.Equal(["due + 7h 30m", "due + 24h elapsed"], agreement.Escalations[0].Steps.Select(step => step.At.Name));
    }
}
