using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Tests.Syntax;

public sealed class StepTextTests
{
    [Fact]
    public void TryParse_Moment_IsRead()
    {
        Assert.Equal(new StepText(1, null, false), StepText.TryParse("1%"));
        Assert.Equal(new StepText(99, null, false), StepText.TryParse("99%"));
        Assert.Equal(new StepText(null, null, false), StepText.TryParse("due"));
        Assert.Equal(new StepText(null, new DurationText(0, 14_400), false), StepText.TryParse("due+4h"));
        Assert.Equal(new StepText(null, new DurationText(2, 0), false), StepText.TryParse("due + 2d"));
        Assert.Equal(new StepText(null, new DurationText(0, 900), true), StepText.TryParse("due + 15m elapsed"));
    }

    [Theory]
    [InlineData("0%", "'0%' is no moment of a clock; write a share from 1% to 99%, due, due + 4h or due + 15m elapsed")]
    [InlineData("100%", "100% of the budget is when it is due; write due")]
    [InlineData("due - 4h", "'due - 4h' is before it is due; write a share of the budget, as in 80%")]
    [InlineData("due + 0m", "'due + 0m' is no moment of a clock; write a share from 1% to 99%, due, due + 4h or due + 15m elapsed")]
    [InlineData("due 4h", "'due 4h' is no moment of a clock; write a share from 1% to 99%, due, due + 4h or due + 15m elapsed")]
    [InlineData("half-way", "'half-way' is no moment of a clock; write a share from 1% to 99%, due, due + 4h or due + 15m elapsed")]
    public void TryParse_WhatIsNone_IsRefusedWithAWayOut(string text, string complaint)
    {
        Assert.Null(StepText.TryParse(text));
        Assert.Equal(complaint, StepText.Complain(text));
    }
}
