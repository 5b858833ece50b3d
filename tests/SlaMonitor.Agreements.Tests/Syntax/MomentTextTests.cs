using NodaTime.Text;
using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Tests.Syntax;

public sealed class MomentTextTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("2026-01-31", "2026-01-30T23:00:00Z", "2026-01-31T23:00:00Z")] // as an end, the whole day
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")] // a day of 23 hours
    [InlineData("2026-01-31T09:00", "2026-01-31T08:00:00Z", "2026-01-31T08:00:00Z")]
    [InlineData("2026-07-31 09:00", "2026-07-31T07:00:00Z", "2026-07-31T07:00:00Z")]
    [InlineData("2026-01-31T09:00:30", "2026-01-31T08:00:30Z", "2026-01-31T08:00:30Z")]
    [InlineData("2026-01-31 09:00:30", "2026-01-31T08:00:30Z", "2026-01-31T08:00:30Z")]
    [InlineData("2026-01-31T09:00+08:00", "2026-01-31T01:00:00Z", "2026-01-31T01:00:00Z")]
    [InlineData("2026-01-31T09:00:30Z", "2026-01-31T09:00:30Z", "2026-01-31T09:00:30Z")]
    public void TryParse_Moment_BeginsAndEnds(string text, string start, string end)
    {
        var moment = MomentText.TryParse(text)!;

        Assert.Equal(
            (start, end), (InstantPattern.General.Format(moment.AsStart(Berlin)), InstantPattern.General.Format(moment.AsEnd(Berlin))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    [InlineData("2026-01-31T25:00")]
    [InlineData("2026-01-31T09")]
    [InlineData("31.01.2026")]
    public void TryParse_WhatIsNone_IsRefused(string text) => Assert.Null(MomentText.TryParse(text));
}
