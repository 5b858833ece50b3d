using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Tickets;

/// <summary>The ticket remembers who asked, and whoever writes is judged by that.</summary>
public sealed class RequesterTests
{
    private static readonly TicketChange Asked = new() { Requesters = ["9", "casey@example.org"] };

    [Theory]
    [InlineData("casey@example.org")]
    [InlineData("Casey@Example.org")]
    [InlineData("9")]
    public void Message_OfTheRequester_IsTheCustomers(string author)
    {
        var ticket = new Story().Add(TicketEventType.Created, "03-02 09:00", Asked)
            .Add(TicketEventType.Replied, "03-02 10:00", new TicketChange { By = Actor.Agent, Author = author, Agent = "Casey" })
            .Ticket;

        Assert.Equal((Actor.Customer, (string?)null), (Assert.Single(ticket.Messages).By, ticket.Assignee));
    }

    [Fact]
    public void Message_OfAnAgentWhoIsTheRequester_IsTheCustomersWithoutAnAuthorToo() =>
        Assert.Equal(Actor.Customer, By(Asked, new TicketChange { By = Actor.Agent, Agent = "casey@example.org" }));

    [Fact]
    public void Message_IsJudgedByARequesterWhomALaterEventNames()
    {
        var ticket = new Story().Created("03-02 09:00")
            .Add(TicketEventType.Replied, "03-02 10:00", new TicketChange { Author = "9", OthersAreAgents = true })
            .Add(TicketEventType.Updated, "03-02 11:00", Asked)
            .Ticket;

        Assert.Equal(Actor.Customer, Assert.Single(ticket.Messages).By);
    }

    [Fact]
    public void Message_OfAnybodyElse_IsAnAgentsWhereOthersAre_AndTheRequesterIsKnown() =>
        Assert.Equal(Actor.Agent, By(Asked, new TicketChange { Author = "5", OthersAreAgents = true }));

    [Theory]
    [InlineData(null)]
    [InlineData(Actor.Agent)]
    public void Message_WhileNoRequesterIsKnown_IsNobodysWhereOnlyThatWouldTell(Actor? suggested) =>
        Assert.Null(By(TicketChange.None, new TicketChange { By = suggested, Author = "5", OthersAreAgents = true }));

    [Fact]
    public void Message_OfAnAutomation_IsNobodys() => Assert.Null(By(Asked, new TicketChange { By = Actor.System, Author = "9" }));

    [Fact]
    public void Message_WithoutAnAuthor_IsWhatItSays()
    {
        Assert.Equal(Actor.Agent, By(Asked, new TicketChange { By = Actor.Agent }));
        Assert.Null(By(Asked, new TicketChange { OthersAreAgents = true }));
    }

    private static Actor? By(TicketChange creation, TicketChange message)
    {
        var messages = new Story().Add(TicketEventType.Created, "03-02 09:00", creation)
            .Add(TicketEventType.Replied, "03-02 10:00", message)
            .Ticket.Messages;
        return messages.Count == 0 ? null : messages[0].By;
    }
}
