using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Tickets;

/// <summary>What a ticket is called, who has it, and what agreements may ask of it: the last event that says something counts.</summary>
public sealed class TicketDetailTests
{
    private static readonly TicketChange Everything = new()
    {
        Customer = "Acme",
        Priority = TicketPriority.High,
        Emergency = true,
        Category = "Network",
        Tags = ["vpn"],
        Group = "Second line",
    };

    /// <summary>One change each, and what it makes of a ticket that had said everything.</summary>
    public static TheoryData<TicketChange, TicketFacts> Changes
    {
        get
        {
            var before = new TicketFacts
            {
                Source = "/test",
                Customer = "Acme",
                Priority = TicketPriority.High,
                Emergency = true,
                Category = "Network",
                Tags = ["vpn"],
                Group = "Second line",
            };
            return new()
            {
                { new TicketChange { Customer = "Apex" }, before with { Customer = "Apex" } },
                { new TicketChange { Customer = "" }, before with { Customer = null } },
                { new TicketChange { Priority = TicketPriority.Low }, before with { Priority = TicketPriority.Low } },
                { new TicketChange { Emergency = false }, before with { Emergency = false } },
                { new TicketChange { Category = "Printer" }, before with { Category = "Printer" } },
                { new TicketChange { Category = "" }, before with { Category = null } },
                { new TicketChange { Tags = [] }, before with { Tags = [] } },
                { new TicketChange { Group = "First line" }, before with { Group = "First line" } },
                { new TicketChange { Group = "" }, before with { Group = null } },
            };
        }
    }

    [Fact]
    public void Facts_ManyEventsSayThemAgain_AreOneEntry()
    {
        var story = new Story().Add(TicketEventType.Created, "03-02 09:00", Everything);
        for (var minute = 10; minute < 60; minute++)
            story = story.Add(TicketEventType.Updated, $"03-02 09:{minute}", Everything with { Tags = null });

        Assert.Equal("Acme High True Network vpn Second line", Words(Assert.Single(story.Ticket.FactsHistory).Facts));
    }

    [Fact]
    public void Facts_FieldsThatAreToldAgain_AreNoNews_AndOneThatDiffersIs()
    {
        var story = Telling(Telling(Telling(new Story(), "03-02 09:00", "7"), "03-02 09:10", "7"), "03-02 09:20", "7");

        Assert.Equal("7", Assert.Single(story.Ticket.FactsHistory).Facts.Fields["Seats"]);

        var ticket = Telling(Telling(Telling(story, "03-02 10:00", "8"), "03-02 11:00", ""), "03-02 12:00", "").Ticket;

        Assert.Equal([At("03-02 09:00"), At("03-02 10:00"), At("03-02 11:00")], ticket.FactsHistory.Select(facts => facts.From));
        Assert.Equal("8", ticket.FactsAt(At("03-02 10:59")).Fields["seats"]);
        Assert.Empty(ticket.Facts.Fields);

        static Story Telling(Story story, string at, string seats) => story.Add(
            TicketEventType.Updated,
            at,
            new TicketChange { Fields = new Dictionary<string, string> { ["seats"] = seats, ["workaround"] = string.Empty } });
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Facts_OneChange_ChangesThatOne_FromItsTimeOn(TicketChange change, TicketFacts after)
    {
        var ticket = new Story()
            .Add(TicketEventType.Created, "03-02 09:00", Everything)
            .Add(TicketEventType.Updated, "03-02 10:00", change).Ticket;

        Assert.Equal(Words(after), Words(ticket.Facts));
        Assert.Equal([At("03-02 09:00"), At("03-02 10:00")], ticket.FactsHistory.Select(facts => facts.From));
        Assert.Equal("Acme High True Network vpn Second line", Words(ticket.FactsAt(At("03-02 09:59:59"))));
    }

    [Fact]
    public void Facts_EventThatSaysNothingOfThem_AddsNoHistory()
    {
        var ticket = new Story()
            .Add(TicketEventType.Created, "03-02 09:00", Everything)
            .AgentSays("03-02 10:00")
            .Status("03-02 11:00", TicketStatus.Open).Ticket;

        Assert.Equal("Acme High True Network vpn Second line", Words(Assert.Single(ticket.FactsHistory).Facts));
    }

    [Fact]
    public void Facts_TwoChangesAtOneTime_AreOneEntry()
    {
        var ticket = new Story()
            .Created("03-02 09:00")
            .Priority("03-02 10:00", TicketPriority.High)
            .Priority("03-02 10:00", TicketPriority.Urgent).Ticket;

        Assert.Equal([TicketPriority.Normal, TicketPriority.Urgent], ticket.FactsHistory.Select(facts => facts.Facts.Priority));
    }

    [Fact]
    public void TitleAndUrl_LastSaid_StayUntilAnotherIsSaid()
    {
        var (one, two) = (new Uri("https://desk.example.com/1"), new Uri("https://desk.example.com/2"));
        var story = new Story()
            .Add(TicketEventType.Created, "03-02 09:00", new TicketChange { Title = "one", Url = one })
            .AgentSays("03-02 10:00");
        Assert.Equal(("one", one), (story.Ticket.Title, story.Ticket.Url));

        story.Add(TicketEventType.Updated, "03-02 11:00", new TicketChange { Title = "two", Url = two });
        Assert.Equal(("two", two), (story.Ticket.Title, story.Ticket.Url));
    }

    [Fact]
    public void Assignee_IsWhoeverIsAssigned_ElseTheAgentWhoSpokeLast()
    {
        var story = new Story().Created("03-02 09:00");
        Assert.Null(story.Ticket.Assignee);

        story.Add(TicketEventType.Replied, "03-02 10:00", new TicketChange { By = Actor.Agent, Agent = "ben" });
        Assert.Equal("ben", story.Ticket.Assignee);

        story.Add(TicketEventType.Replied, "03-02 10:30", new TicketChange { By = Actor.Agent, Agent = "" });
        Assert.Equal("ben", story.Ticket.Assignee);

        story.Add(TicketEventType.Updated, "03-02 11:00", new TicketChange { Assignee = "anna" });
        Assert.Equal("anna", story.Ticket.Assignee);

        story.Add(TicketEventType.Updated, "03-02 12:00", new TicketChange { Assignee = "" });
        Assert.Equal("ben", story.Ticket.Assignee);
    }

    [Fact]
    public void Ratings_AreKeptInOrder() => Assert.Equal(
        [new TicketRating(At("03-03 09:00"), 2), new TicketRating(At("03-04 09:00"), 5)],
        new Story().Created("03-02 09:00").Add(TicketEventType.Rated, "03-03 09:00", new TicketChange { Rating = 2 })
            .Add(TicketEventType.Rated, "03-04 09:00", new TicketChange { Rating = 5 }).Ticket.Ratings);

    [Fact]
    public void LastEventAt_IsTheLatestNewsOfTheTicket_AndNoAcknowledgement()
    {
        var story = new Story().Created("03-02 09:00").AgentSays("03-02 10:00");
        Assert.Equal(At("03-02 10:00"), story.Ticket.LastEventAt);

        story.Add(TicketEventType.Acknowledged, "03-02 11:00", Taken("Resolution/1/1s", "03-02 11:00", "03-02 15:00"));
        Assert.Equal(At("03-02 10:00"), story.Ticket.LastEventAt);
    }

    [Fact]
    public void Acknowledgements_OfOnePromise_AreOneAtATime_OfTwoThereMayBeTwo()
    {
        var ticket = new Story().Created("03-02 09:00")
            .Add(TicketEventType.Acknowledged, "03-02 10:00", Taken("a/1/1s", "03-02 10:00", "03-02 14:00"))
            .Add(TicketEventType.Acknowledged, "03-02 11:00", Taken("a/1/1s", "03-02 11:00", "03-02 15:00"))
            .Add(TicketEventType.Acknowledged, "03-02 11:30", Taken("b/1/1s", "03-02 11:30", "03-02 15:30"))
            .Add(TicketEventType.Acknowledged, "03-02 14:00", Taken("a/1/1s", "03-02 14:00", "03-02 18:00")).Ticket;

        Assert.Equal(
            [("a/1/1s", At("03-02 10:00")), ("b/1/1s", At("03-02 11:30")), ("a/1/1s", At("03-02 14:00"))],
            ticket.Acknowledgements.Select(taken => (taken.Clock.ToString(), taken.At)));
    }

    [Fact]
    public void CreatedAt_CreationNeverSeen_IsTheEarliestOfSeveralEvents() => Assert.Equal(
        At("03-02 10:00"),
        new Story().Status("03-02 10:00", TicketStatus.Open).Status("03-02 11:00", TicketStatus.Pending).Ticket.CreatedAt);

    [Theory]
    [InlineData(TicketEventType.Resolved, TicketStatus.Closed, TicketStatus.Closed)]
    [InlineData(TicketEventType.Resolved, TicketStatus.Open, TicketStatus.Resolved)] // stale
    [InlineData(TicketEventType.Resolved, null, TicketStatus.Resolved)]
    [InlineData(TicketEventType.Closed, TicketStatus.Resolved, TicketStatus.Closed)]
    [InlineData(TicketEventType.Reopened, TicketStatus.Pending, TicketStatus.Pending)]
    [InlineData(TicketEventType.Reopened, TicketStatus.Resolved, TicketStatus.Open)] // stale
    [InlineData(TicketEventType.Reopened, TicketStatus.Closed, TicketStatus.Open)]
    [InlineData(TicketEventType.Reopened, null, TicketStatus.Open)]
    public void Status_EventWhoseNameIsNews_SaysMoreThanAStatusThatContradictsIt(
        TicketEventType type, TicketStatus? said, TicketStatus status) => Assert.Equal(
        status,
        new Story()
            .Created("03-02 09:00", status: TicketStatus.OnHold)
            .Add(type, "03-02 10:00", new TicketChange { Status = said }).Ticket.Status);

    private static string Words(TicketFacts facts) =>
        $"{facts.Customer} {facts.Priority} {facts.Emergency} {facts.Category} {string.Join(',', facts.Tags)} {facts.Group}";

    private static TicketChange Taken(string clock, string at, string until) =>
        new() { Acknowledgement = new Acknowledgement(new ClockId(clock), "anna", At(at), At(until)) };
}
