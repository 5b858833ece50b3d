using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements.Credits;

namespace SlaMonitor.Agreements.Tests.Syntax;

public sealed class CreditTextTests
{
    [Theory]
    [InlineData("attainment < 95%", "attainment < 95%")]
    [InlineData("attainment<95%", "attainment < 95%")]
    [InlineData("attainment <= 99.5%", "attainment <= 99.5%")]
    [InlineData("attainment of response < 100%", "attainment of response < 100%")]
    [InlineData("resolutionRate <= 80 %", "resolutionRate <= 80%")]
    [InlineData("satisfaction < 4.5", "satisfaction < 4.5")]
    public void TryParseCondition_Condition_IsRead(string text, string condition) =>
        Assert.Equal(condition, CreditText.TryParseCondition(text)?.ToString());

    [Theory]
    [InlineData("attainment < 95")]
    [InlineData("attainment < 100.1%")]
    [InlineData("attainment > 95%")]
    [InlineData("attainment of < 95%")]
    [InlineData("resolutionRate < 80")]
    [InlineData("resolutionRate of response < 80%")]
    [InlineData("satisfaction < 90%")]
    [InlineData("satisfaction of response < 4")]
    [InlineData("speed < 95%")]
    [InlineData("")]
    public void TryParseCondition_WhatIsNone_IsRefused(string text) => Assert.Null(CreditText.TryParseCondition(text));

    [Fact]
    public void TryParseAmount_Amount_IsAShareOrASum()
    {
        Assert.Equal(new CreditAmount.ShareOfBasic(5), CreditText.TryParseAmount("5% of basic"));
        Assert.Equal(new CreditAmount.ShareOfBasic(100), CreditText.TryParseAmount("100 % of basic"));
        Assert.Equal(new CreditAmount.Fixed(500), CreditText.TryParseAmount("500"));
        Assert.Equal(new CreditAmount.Fixed(0.25m), CreditText.TryParseAmount("0.25"));
    }

    [Theory]
    [InlineData("101% of basic")]
    [InlineData("5%")]
    [InlineData("5% of everything")]
    [InlineData("-5")]
    [InlineData("")]
    public void TryParseAmount_WhatIsNone_IsRefused(string text) => Assert.Null(CreditText.TryParseAmount(text));
}
