using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Samples.TestFiles;

namespace SlaMonitor.Agreements.Tests.Building;

/// <summary>A target may count by another calendar for each site.</summary>
public sealed class SiteCalendarTests
{
    private const string Sites =
        "{ byField: site, values: { berlin: berlin, \"New York\": always }, otherwise: business }";

    [Theory]
    [InlineData("berlin", "berlin", "site is berlin")]
    [InlineData("BERLIN", "berlin", "site is berlin")]
    [InlineData("New York", "always", "site is New York")]
    [InlineData("Paris", "business", null)]
    [InlineData(null, "business", null)]
    public void For_Ticket_HasTheCalendarOfItsSite(string? site, string calendar, string? because)
    {
        var target = Only(Text(Sites)).Targets[0];
        var facts = new TicketFacts
        {
            Source = "/desk",
            Fields = site is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["site"] = site },
        };

        var own = target.For(facts);

        Assert.Equal((calendar, because, "response"), (own.Calendar.Id, own.Site, own.Id));
    }

    [Fact]
    public void Load_DaysOfATarget_AreThoseOfEachCalendar()
    {
        var target = Only(Text(Sites).Replace("within: 4h", "within: 2d", StringComparison.Ordinal)).Targets[0];

        Assert.Equal(BusinessDuration.FromHours(18), target.Within);
        Assert.Equal(BusinessDuration.FromHours(16), target.Sites!.ByValue["berlin"].Within);
        Assert.Equal(BusinessDuration.FromHours(48), target.Sites.ByValue["new york"].Within);
    }

    [Fact]
    public void Load_Exclusions_StandStillAtEverySite()
    {
        var agreement = Only(Text(Sites)
            + "\nexclusions: [{ from: 2026-03-02, to: 2026-03-02, reason: storm, approvedBy: both }]");

        Assert.False(agreement.Targets[0].Counting.IsOpen(Instant.FromUtc(2026, 3, 2, 2, 0)));
        Assert.False(agreement.Targets[0].Sites!.ByValue["berlin"].Counting.IsOpen(Instant.FromUtc(2026, 3, 2, 9, 0)));
        Assert.True(agreement.Targets[0].Sites!.ByValue["berlin"].Calendar.IsOpen(Instant.FromUtc(2026, 3, 2, 9, 0)));
    }

    [Fact]
    public void Clock_OfATicketThatMovesToAnotherSite_CountsByThatSinceItsStart_AndSaysWhy()
    {
        var agreement = Only(Text(Sites));
        TicketEvent[] log =
        [
            Event("1", TicketEventType.Created, "2026-03-02T02:00:00Z", null), // 10:00 in Shanghai
            Event("2", TicketEventType.Updated, "2026-03-02T03:00:00Z", "berlin"),
        ];

        var before = Assert.Single(ClockSet.Of(Ticket.Fold(log[..1])!, _ => agreement));
        var after = Assert.Single(ClockSet.Of(Ticket.Fold(log)!, _ => agreement));

        Assert.Equal(Instant.FromUtc(2026, 3, 2, 6, 0), before.DueAt);
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 12, 0), after.DueAt); // from 09:00 in Berlin
        Assert.Equal(before.Id, after.Id);
        Assert.Contains(
            "of calendar berlin (Europe/Berlin, because site is berlin)",
            ExplanationText.Of(ClockExplanation.Of(after, Instant.FromUtc(2026, 3, 2, 9, 0))),
            StringComparison.Ordinal);
    }

    public static TheoryData<string, string[]> Wrong => new()
    {
        {
            "{ byField: site, values: { berlin: munich }, otherwise: business }",
            ["there is no calendar 'munich'; there are business, berlin and always"]
        },
        {
            "{ byField: site, values: { berlin: berlin, Berlin: always }, otherwise: business }",
            ["'Berlin' has its calendar already, without regard to case; keep one of the two"]
        },
        {
            "{ byField: site, values: {}, otherwise: business }",
            ["no value has a calendar of its own; write values: with each value and its calendar"]
        },
        {
            "{ byField: site, values: { berlin: berlin } }",
            ["a target's calendar needs 'otherwise': the calendar for every other value, and for tickets without the field"]
        },
        {
            "{ values: { berlin: berlin }, otherwise: business }",
            ["a target's calendar needs 'byField': the free field of the ticket that says which calendar counts, as in site"]
        },
        { "[business]", ["a list stands here; a target's calendar has the keys byField, values and otherwise"] },
        {
            "a b",
            [
                "'a b' is not a name; write letters, digits, dots, hyphens and underscores, at most 64, "
                + "or byField, values and otherwise with their values",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Load_SiteCalendarThatCannotBe_IsRefusedWithAWayOut(string calendar, string[] complaints) =>
        Assert.Equal(complaints, Load(Text(calendar)).Problems.Select(problem => problem.Message));

    private static TicketEvent Event(string id, TicketEventType type, string time, string? site) => new()
    {
        TicketId = "T",
        Source = "/desk",
        Id = id,
        Time = NodaTime.Text.InstantPattern.ExtendedIso.Parse(time).Value,
        Type = type,
        TypeName = type.ToString(),
        Change = site is null
            ? TicketChange.None
            : new TicketChange { Fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["site"] = site } },
    };

    private static Agreement Only(string text)
    {
        var load = Load(text);
        Assert.Empty(load.Problems);
        return load.Book!.Find("support", 1)!;
    }

    private static string Text(string calendar) => Small()
        .Replace("calendar: business }", $"calendar: {calendar} }}", StringComparison.Ordinal)
        .Replace(
            "always: 24x7",
            "berlin: { week: { mon-fri: \"09:00-17:00\" }, timeZone: Europe/Berlin }, always: 24x7",
            StringComparison.Ordinal);
}
