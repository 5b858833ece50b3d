using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Tests.Syntax;

public sealed class FeedTextTests
{
    [Theory]
    [InlineData("on-call.ics", "on-call.ics")]
    [InlineData("https://calendar.example/a.ics", "https://calendar.example/a.ics")]
    [InlineData("webcal://calendar.example/a.ics", "https://calendar.example/a.ics")]
    [InlineData("http://localhost:8080/a.ics", "http://localhost:8080/a.ics")]
    public void TryParse_Feed_IsWhereItIs(string text, string value) => Assert.Equal(value, FeedText.TryParse(text)?.ToString());

    [Theory]
    [InlineData(" on-call.ics", "' on-call.ics' is no calendar; write a file beside the agreement, as in on-call.ics, or an https address")]
    [InlineData("on-call.txt", "'on-call.txt' is no calendar; write a file beside the agreement, as in on-call.ics, or an https address")]
    [InlineData(
        "http://calendar.example/a.ics", "this address cannot be asked for a calendar; write one with https, without a user name in it")]
    [InlineData(
        "https://anna@calendar.example/", "this address cannot be asked for a calendar; write one with https, without a user name in it")]
    [InlineData("https://a:b/", "this address cannot be asked for a calendar; write one with https, without a user name in it")]
    public void TryParse_WhatIsNone_IsRefused_AndNoAddressIsRepeated(string text, string complaint)
    {
        Assert.Null(FeedText.TryParse(text));
        Assert.Equal(complaint, FeedText.Complain(text));
    }

    [Fact]
    public void Source_OfAFile_CountsFromTheFolderOfTheAgreement()
    {
        var agreement = Path.Combine(Path.GetTempPath(), "agreements", "office.yaml");

        Assert.Equal(
            Path.Combine(Path.GetTempPath(), "agreements", "on-call.ics"), FeedText.TryParse("on-call.ics")!.Source(agreement));
        Assert.Equal("https://calendar.example/a.ics", FeedText.TryParse("https://calendar.example/a.ics")!.Source(agreement));
    }
}
