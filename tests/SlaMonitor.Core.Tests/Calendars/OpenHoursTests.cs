using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Tests.Calendars;

public sealed class OpenHoursTests
{
    [Theory]
    [InlineData("09:00-18:00", 32_400, 64_800, "09:00-18:00")]
    [InlineData(" 9:00 – 18:00 ", 32_400, 64_800, "09:00-18:00")]
    [InlineData("22:00-06:00", 79_200, 108_000, "22:00-06:00")]
    [InlineData("00:00-24:00", 0, 86_400, "00:00-24:00")]
    [InlineData("22:00-24:00", 79_200, 86_400, "22:00-24:00")]
    [InlineData("22:00-00:00", 79_200, 86_400, "22:00-24:00")]
    [InlineData("09:00:30-17:00", 32_430, 61_200, "09:00:30-17:00")]
    [InlineData("09:00-17:10:05", 32_400, 61_805, "09:00-17:10:05")]
    [InlineData("23:59:59-00:00:01", 86_399, 86_401, "23:59:59-00:00:01")]
    [InlineData("00:59:59-23:00:59", 3_599, 82_859, "00:59:59-23:00:59")]
    public void Parse_Window_ReadsAndWritesIt(string text, int start, int end, string written)
    {
        var hours = OpenHours.Parse(text);
        Assert.Equal((start, end, written), (hours.StartSecond, hours.EndSecond, hours.ToString()));
        Assert.Equal(end > 86_400, hours.PastMidnight);
        Assert.Equal(hours, OpenHours.Parse(written));
        Assert.Equal(
            (LocalTime.FromSecondsSinceMidnight(start), LocalTime.FromSecondsSinceMidnight(end % 86_400)), (hours.Start, hours.End));
        Assert.True(OpenHours.TryParse(text, out var tried));
        Assert.Equal(hours, tried);
    }

    [Fact]
    public void AllDay_IsFromMidnightToMidnight() => Assert.Equal(OpenHours.Parse("00:00-24:00"), OpenHours.AllDay);

    [Theory]
    [InlineData("09:00", "'09:00' is not a window of opening hours: write start and end, such as 09:00-18:00.")]
    [InlineData("09:00-25:00", "'25:00' in '09:00-25:00' is not a time of day: write 00:00 to 24:00, with seconds if need be.")]
    [InlineData("9-18", "'9' in '9-18' is not a time of day: write 00:00 to 23:59, with seconds if need be.")]
    [InlineData("24:00-06:00", "'24:00-06:00' starts at 24:00: write 00:00 on the day after.")]
    [InlineData("09:00-09:00", "'09:00-09:00' starts where it ends: write 00:00-24:00 for the whole day, or leave the window out.")]
    [InlineData("09:00-", "'' in '09:00-' is not a time of day: write 00:00 to 24:00, with seconds if need be.")]
    [InlineData(":00-18:00", "':00' in ':00-18:00' is not a time of day: write 00:00 to 23:59, with seconds if need be.")]
    [InlineData("009:00-18:00", "'009:00' in '009:00-18:00' is not a time of day: write 00:00 to 23:59, with seconds if need be.")]
    [InlineData("09:0-18:00", "'09:0' in '09:0-18:00' is not a time of day: write 00:00 to 23:59, with seconds if need be.")]
    [InlineData("09:00:60-18:00", "'09:00:60' in '09:00:60-18:00' is not a time of day: write 00:00 to 23:59, with seconds if need be.")]
    [InlineData("09:00:0-18:00", "'09:00:0' in '09:00:0-18:00' is not a time of day: write 00:00 to 23:59, with seconds if need be.")]
    [InlineData(
        "09:00:00:00-18:00",
        "'09:00:00:00' in '09:00:00:00-18:00' is not a time of day: write 00:00 to 23:59, with seconds if need be.")]
    [InlineData("09:00-24:00:01", "'24:00:01' in '09:00-24:00:01' is not a time of day: write 00:00 to 24:00, with seconds if need be.")]
    [InlineData("0x:00-18:00", "'0x:00' in '0x:00-18:00' is not a time of day: write 00:00 to 23:59, with seconds if need be.")]
    [InlineData("09:00-12:00-13:00", "'09:00-12:00-13:00' is not a window of opening hours: write start and end, such as 09:00-18:00.")]
    [InlineData("09:60-18:00", "'09:60' in '09:60-18:00' is not a time of day: write 00:00 to 23:59, with seconds if need be.")]
    [InlineData("-1:00-18:00", "'-1:00-18:00' is not a window of opening hours: write start and end, such as 09:00-18:00.")]
    public void Parse_WhatIsNoWindow_SaysWhatWouldBeRight(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<FormatException>(() => OpenHours.Parse(text)).Message);
        Assert.False(OpenHours.TryParse(text, out _));
        Assert.False(OpenHours.TryParse(null, out _));
    }

    [Fact]
    public void Between_TwoTimes_IsWhatIsWritten()
    {
        Assert.Equal(OpenHours.Parse("22:00-06:00"), OpenHours.Between(new LocalTime(22, 0), new LocalTime(6, 0)));
        Assert.Equal(OpenHours.Parse("22:00-24:00"), OpenHours.Between(new LocalTime(22, 0), LocalTime.Midnight));
        Assert.Throws<ArgumentException>(() => OpenHours.Between(new LocalTime(9, 0), new LocalTime(9, 0)));
    }

    [Fact]
    public void Between_FractionsOfASecond_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => OpenHours.Between(new LocalTime(9, 0).PlusMilliseconds(1), new LocalTime(18, 0)));
        Assert.Throws<ArgumentException>(() => OpenHours.Between(new LocalTime(9, 0), new LocalTime(18, 0).PlusMilliseconds(1)));
    }
}
