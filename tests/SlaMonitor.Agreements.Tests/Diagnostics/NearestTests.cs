using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Tests.Diagnostics;

public sealed class NearestTests
{
    [Theory]
    [InlineData("calender", "calendar")] // another letter
    [InlineData("calendr", "calendar")] // one left out
    [InlineData("calenndar", "calendar")] // one put in
    [InlineData("claendar", "calendar")] // two swapped
    [InlineData("acledar", "calendar")] // two swapped, and one left out
    [InlineData("CALENDAR", "calendar")]
    [InlineData("elader", null)] // too far from all
    [InlineData("ta", "tag")]
    [InlineData("t", null)]
    [InlineData("tg", "tag")]
    [InlineData("gat", null)]
    [InlineData("", null)]
    public void To_SlipOfTheFingers_IsWhatIsMeant(string text, string? meant) =>
        Assert.Equal(meant, Nearest.To(text, ["targets", "calendar", "tag"]));

    [Fact]
    public void To_TwoThatAreAsNear_IsTheFirstByName() => Assert.Equal("bat", Nearest.To("aat", ["cat", "bat", "hat"]));

    [Fact]
    public void To_NearerOne_BeatsTheFirstByName() => Assert.Equal("support", Nearest.To("surport", ["airport", "support"]));

    /// <summary>A letter too many or too few counts at the beginning and at the end as it does within.</summary>
    [Theory]
    [InlineData("ztag", "stag", "stag tag")]
    [InlineData("tag", "tar", "tar ztag")]
    [InlineData("ab", null, "c")]
    [InlineData("c", null, "ab")]
    public void To_LetterTooManyOrTooFew_Counts(string text, string? meant, string candidates) =>
        Assert.Equal(meant, Nearest.To(text, candidates.Split(' ')));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void To_LongText_IsNotCompared(int length, bool isFound) =>
        Assert.Equal(isFound, Nearest.To(new string('x', length), [new string('x', length - 1)]) is not null);
}
