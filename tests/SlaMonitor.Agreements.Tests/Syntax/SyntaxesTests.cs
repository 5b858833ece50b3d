using NodaTime.Text;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Tests.Syntax;

/// <summary>How single values are written, and what is said of those that are not.</summary>
public sealed class SyntaxesTests
{
    [Theory]
    [InlineData("mon-fri", "12345")]
    [InlineData("sat", "6")]
    [InlineData("mon, wed", "13")]
    [InlineData("fri-mon", "5671")]
    [InlineData("SUN", "7")]
    [InlineData("tue-tue", "2")]
    public void DayRange_Days_AreRead(string text, string days) =>
        Assert.Equal(days, string.Concat(DayRange.TryParse(text)!.Days.Select(day => (int)day)));

    [Theory]
    [InlineData("mon-wed-fri")]
    [InlineData("mon-")]
    [InlineData("-fri")]
    [InlineData("monday")]
    [InlineData("mon,")]
    public void DayRange_WhatIsNone_IsRefused(string text) => Assert.Null(DayRange.TryParse(text));

    [Theory]
    [InlineData("mon 09:00", IsoDayOfWeek.Monday, "09:00:00")]
    [InlineData("sun 23:59", IsoDayOfWeek.Sunday, "23:59:00")]
    [InlineData("08:30", null, "08:30:00")]
    public void Handover_Text_IsRead(string text, IsoDayOfWeek? day, string time) =>
        Assert.Equal(new HandoverText(day, LocalTimePattern.ExtendedIso.Parse(time).Value), HandoverText.TryParse(text));

    [Theory]
    [InlineData("9:00")]
    [InlineData("24:00")]
    [InlineData("mon")]
    [InlineData("on mon 09:00")]
    [InlineData("day 09:00")]
    public void Handover_WhatIsNone_IsRefused(string text) => Assert.Null(HandoverText.TryParse(text));

    [Theory]
    [InlineData(typeof(bool), "true", true)]
    [InlineData(typeof(bool), "false", false)]
    [InlineData(typeof(int), "-7", -7)]
    [InlineData(typeof(string), "x", "x")]
    [InlineData(typeof(ReopenRule), "keepOutcome", ReopenRule.KeepOutcome)]
    public void Read_Value_IsRead(Type type, string text, object value) => Assert.Equal(value, Syntaxes.Of(type).Read(text));

    [Fact]
    public void Read_NumbersAndShares_AreExact()
    {
        Assert.Equal(-4.5m, Syntaxes.Of(typeof(decimal)).Read("-4.5"));
        Assert.Equal(new Percentage(99.95m), Syntaxes.Of(typeof(Percentage)).Read("99.95 %"));
        Assert.Equal(new Percentage(100m), Syntaxes.Of(typeof(Percentage)).Read("100%"));
        Assert.Equal("95%", new Percentage(95).ToString());
    }

    [Theory]
    [InlineData(typeof(string), "", "nothing stands here; write a text")]
    [InlineData(typeof(bool), "yes", "'yes' is neither true nor false")]
    [InlineData(typeof(int), "1.5", "'1.5' is no whole number; write digits only")]
    [InlineData(typeof(decimal), "1,5", "'1,5' is no number; write digits and a decimal point, as in 20000 or 4.5")]
    [InlineData(typeof(LocalDate), "2026-02-30", "'2026-02-30' is no date; write year, month and day, as in 2026-01-31")]
    [InlineData(
        typeof(ReopenRule), "again", "'again' is not known here; write continue, restart or keepOutcome")]
    [InlineData(typeof(Percentage), "101%", "'101%' is not a share; write a number from 0% to 100% with its sign, as in 95%")]
    [InlineData(typeof(CurrencyCode), "eur", "'eur' is not a currency; write its three letters, as in CNY or EUR")]
    [InlineData(typeof(LanguageTag), "german", "'german' is not a language; write a language tag, as in en or zh-CN")]
    [InlineData(typeof(EmailAddress), "anna", "'anna' is not a mail address; write name@example.com")]
    [InlineData(
        typeof(Name), "-x", "'-x' is not a name; write letters, digits, dots, hyphens and underscores, at most 64")]
    [InlineData(typeof(DurationText), "soon", "'soon' is not a duration; write 15m, 4h, 1h30m or 2d")]
    [InlineData(typeof(DayRange), "never", "'never' is not a day of the week; write mon-fri, sat or mon,wed")]
    [InlineData(typeof(HandoverText), "noon", "'noon' is not a handover; write mon 09:00 for weekly turns or 09:00 for daily ones")]
    [InlineData(
        typeof(MomentText), "noon", "'noon' is not a moment; write 2026-01-31, 2026-01-31T09:00 or 2026-01-31T09:00+08:00")]
    public void Read_WhatIsNoValue_IsRefusedWithAWayOut(Type type, string text, string complaint)
    {
        Assert.Null(Syntaxes.Of(type).Read(text));
        Assert.Equal(complaint, Syntaxes.Of(type).Complain(text));
    }

    [Theory]
    [InlineData("Berlin", "'Berlin' is no time zone; did you mean Europe/Berlin?")]
    [InlineData("new york", "'new york' is no time zone; did you mean America/New_York?")]
    [InlineData("China Standard Time", "'China Standard Time' is no time zone; did you mean Asia/Shanghai?")]
    [InlineData("Europe/Berln", "'Europe/Berln' is no time zone; did you mean Europe/Berlin?")]
    [InlineData(
        "+01:00", "'+01:00' is an offset and knows no daylight saving time; write an IANA id, as in Europe/Berlin or Asia/Shanghai")]
    [InlineData("UTC-8", "'UTC-8' is an offset and knows no daylight saving time; write an IANA id, as in Europe/Berlin or Asia/Shanghai")]
    [InlineData("GMT+1", "'GMT+1' is an offset and knows no daylight saving time; write an IANA id, as in Europe/Berlin or Asia/Shanghai")]
    [InlineData("12:00", "'12:00' is no time zone; write an IANA id, as in Europe/Berlin or Asia/Shanghai")]
    [InlineData("+", "'+' is no time zone; write an IANA id, as in Europe/Berlin or Asia/Shanghai")]
    [InlineData("-a1", "'-a1' is no time zone; write an IANA id, as in Europe/Berlin or Asia/Shanghai")]
    [InlineData("the moon's far side", "'the moon's far side' is no time zone; write an IANA id, as in Europe/Berlin or Asia/Shanghai")]
    public void Zone_WhatIsNone_IsRefusedWithTheOneThatIsMeant(string text, string complaint)
    {
        Assert.Null(ZoneText.TryParse(text));
        Assert.Equal(complaint, ZoneText.Complain(text));
    }
}
