using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Tests.Syntax;

public sealed class FieldTextTests
{
    [Theory]
    [InlineData("gold", "GOLD", true)]
    [InlineData("gold", "golden", false)]
    [InlineData("any", "whatever", true)]
    [InlineData(">= 50", "50", true)]
    [InlineData(">= 50", "49.99", false)]
    [InlineData("> 50", "50", false)]
    [InlineData("<50", "-3", true)]
    [InlineData("<= 50", "50", true)]
    [InlineData(">= 50", "many", false)]
    [InlineData("5..10", "5", true)]
    [InlineData("5..10", "10", true)]
    [InlineData("5..10", "10.5", false)]
    [InlineData("-5..-1", "-2", true)]
    [InlineData("2026-01-01..2026-06-30", "2026-06-30", true)]
    [InlineData("2026-01-01..2026-06-30", "2026-06-30T23:59:00Z", true)]
    [InlineData("2026-01-01..2026-06-30", "2026-07-01", false)]
    [InlineData("< 2026-07-01", "2026-07-01", false)]
    [InlineData("< 2026-07-01", "5", false)]
    [InlineData("v1..v2", "v1..v2", true)]
    public void TryParse_Value_MeansWhatItSays(string text, string value, bool holds) =>
        Assert.Equal(holds, FieldText.TryParse(text)!.Value.Holds(value));

    [Theory]
    [InlineData(">= many", "'>= many' is no range; write >= 5, < 2026-07-01, 5..10 or 2026-01-01..2026-06-30")]
    [InlineData("9..3", "'9..3' is no range; write >= 5, < 2026-07-01, 5..10 or 2026-01-01..2026-06-30")]
    [InlineData("5..2026-01-01", "'5..2026-01-01' is no range; write >= 5, < 2026-07-01, 5..10 or 2026-01-01..2026-06-30")]
    [InlineData("", "nothing stands here; write a value, or any")]
    public void TryParse_WhatIsNone_IsRefusedWithAWayOut(string text, string complaint)
    {
        Assert.Null(FieldText.TryParse(text));
        Assert.Equal(complaint, FieldText.Complain(text));
    }
}
