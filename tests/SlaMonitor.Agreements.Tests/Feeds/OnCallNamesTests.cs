using Ical.Net.CalendarComponents;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests.Feeds;

public sealed class OnCallNamesTests
{
    [Theory]
    [InlineData("SUMMARY:anna", "anna@example.com")]
    [InlineData("SUMMARY: ANNA ", "anna@example.com")]
    [InlineData("SUMMARY:Anna Berg", "anna@example.com")]
    [InlineData("SUMMARY:On Call - Anna Berg - Primary", "anna@example.com")]
    [InlineData("SUMMARY:Primary: Ben (first line)", "ben@example.com")]
    [InlineData("SUMMARY:Ben/Carl", "ben@example.com")]
    [InlineData("SUMMARY:Ben\\, Carl", "ben@example.com")]
    [InlineData("SUMMARY:Bennet", null)] // a part of a word is nobody's name
    [InlineData("SUMMARY:Lunch with Ben", null)] // nor is a word of a sentence
    [InlineData("SUMMARY:@anna", "anna@example.com")]
    [InlineData("SUMMARY:First line: @Anna Berg", "anna@example.com")]
    [InlineData("SUMMARY:First line @ben this week", "ben@example.com")]
    [InlineData("SUMMARY:Lunch @office", null)]
    [InlineData("SUMMARY:Team lunch", null)]
    [InlineData("DESCRIPTION:Ben", null)]
    [InlineData("SUMMARY:on-call_schedule: dora@example.net", "dora@example.net")]
    [InlineData("SUMMARY:Dora <dora@example.net>.", "dora@example.net")]
    [InlineData("SUMMARY:Anna Berg - dora@example.net", "dora@example.net")] // an address is plainer than a name
    [InlineData("SUMMARY:anna\nATTENDEE:mailto:emil@example.com", "emil@example.com")]
    [InlineData("SUMMARY:anna\nATTENDEE:emil@example.com", "emil@example.com")]
    [InlineData("SUMMARY:anna\nATTENDEE;CN=Emil:MAILTO:emil@example.com", "emil@example.com")]
    [InlineData(
        "SUMMARY:anna\nATTENDEE;PARTSTAT=DECLINED:mailto:dora@example.com\nATTENDEE;PARTSTAT=ACCEPTED:mailto:emil@example.com",
        "emil@example.com")]
    [InlineData("SUMMARY:anna\nATTENDEE;CUTYPE=ROOM:mailto:room@example.com", "anna@example.com")]
    [InlineData("SUMMARY:anna\nATTENDEE;CUTYPE=RESOURCE:mailto:pager@example.com", "anna@example.com")]
    [InlineData("SUMMARY:anna\nATTENDEE:mailto:no-address", "anna@example.com")]
    [InlineData("SUMMARY:anna\nATTENDEE:tel:+49301234", "anna@example.com")]
    [InlineData("SUMMARY:anna\nATTENDEE:sip:emil@example.com", "anna@example.com")] // no mail address, though it looks like one
    [InlineData("SUMMARY:anna\nATTENDEE:mailto:a%0Abcc%3Aevil%40example.com@example.com", "anna@example.com")]
    public void In_Event_IsWhoeverItNames(string lines, string? address)
    {
        var text = CalendarText.Of($"DTSTART:20260302T080000Z\nDURATION:P1D\n{lines}");

        Assert.Equal(address, new OnCallNames(Walk.Office.Contacts.Values).In(Event(text)));
    }

    [Theory]
    [InlineData("Night (North)", "north@example.com")]
    [InlineData("Night (South)", "night@example.com")]
    [InlineData("Night - dawn", "night@example.com")] // of several the first
    public void In_TitleThatIsANameAsAWhole_IsWhoeverIsCalledThat(string title, string address)
    {
        Contact[] contacts =
        [
            new() { Id = "night", Email = "night@example.com" },
            new() { Id = "dawn", Email = "dawn@example.com" },
            new() { Id = "north", Email = "north@example.com", KnownAs = ["Night (North)"] },
        ];
        var text = CalendarText.Of($"DTSTART:20260302T080000Z\nDURATION:P1D\nSUMMARY:{title}");

        Assert.Equal(address, new OnCallNames(contacts).In(Event(text)));
    }

    private static CalendarEvent Event(string text) =>
        FeedReader.Read("on-call.ics", text, default, new Problems())!.Entries.Single().Event;
}
