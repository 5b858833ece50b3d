using System.Text.Json.Nodes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Tests.Translation;

/// <summary>Who wrote in a conversation of Chatwoot's, and what its states are.</summary>
public sealed class ChatwootTests
{
    private const string Agent = "chatwoot/message_created.agent.json";

    [Theory]
    [InlineData("user", Actor.Agent)]
    [InlineData("agent_bot", Actor.System)]
    [InlineData("captain_assistant", Actor.System)]
    [InlineData(null, null)]
    public void MessageThatGoesOut_IsAnAgentsOnlyWhereAPersonSentIt(string? type, Actor? expected) =>
        Assert.Equal(expected, Message(Edit.Sample(Agent, ("sender.type", type))).Change.By);

    [Fact]
    public void MessageOfACampaign_AnswersNobody_ThoughItNamesAPerson() =>
        Assert.Equal(Actor.System, Message(Edit.Sample(Agent, ("additional_attributes.campaign_id", 5))).Change.By);

    [Fact]
    public void MessageWithoutASender_IsNobodys_AndLoudly()
    {
        var translated = Read(Edit.Sample(Agent, ("sender", null)));

        Assert.Null(translated.Events[0].Change.By);
        Assert.Equal(NoticeKind.UnknownAuthor, Assert.Single(translated.Notices).Kind);
    }

    [Fact]
    public void MessageByNumberOfItsType_IsTheSame() =>
        Assert.Equal(Actor.Agent, Message(Edit.Sample(Agent, ("message_type", 1))).Change.By);

    [Fact]
    public void ContactAndAgentOfOneNumber_AreTwo()
    {
        var told = Message(Edit.Sample(Agent));

        Assert.Equal("user:7", told.Change.Author);
        Assert.Contains("contact:7", told.Change.Requesters!);
    }

    [Fact]
    public void Message_ThatQueuedBehindTheResolution_IsToldByItsOwnTime_AndSaysNothingOfTheState()
    {
        var events = Read(Edit.Sample(
            Agent, ("conversation.status", "resolved"), ("conversation.updated_at", JsonNode.Parse("1777886400.5")))).Events;

        Assert.Equal((TicketEventType.Replied, null), (events[0].Type, events[0].Change.Status));
        Assert.Equal((TicketEventType.Resolved, events[0].Time + Duration.FromMilliseconds(300_380)), (events[1].Type, events[1].Time));
    }

    [Fact]
    public void Pending_IsTheBots_AndTheClockRuns_UnlessTheConnectionSaysOtherwise()
    {
        var body = Edit.Sample("chatwoot/conversation_status_changed.pending.json");

        Assert.Equal(TicketStatus.Open, Read(body).Events.Single().Change.Status);
        Assert.Equal(
            TicketStatus.Pending, Read(body, options => options.Statuses = "pending=pending").Events.Single().Change.Status);
    }

    [Fact]
    public void Assignee_IsKnownByNumber_ElseByName_AndABotIsNobody()
    {
        var sample = "chatwoot/conversation_updated.assigned.json";

        Assert.Equal("Sam Agent", Read(Edit.Sample(sample)).Events.Single().Change.Assignee);
        Assert.Equal(
            "sam@example.com", Read(Edit.Sample(sample), options => options.Agents = "7=sam@example.com").Events.Single().Change.Assignee);
        Assert.Equal(string.Empty, Read(Edit.Sample(sample, ("meta.assignee_type", "AgentBot"))).Events.Single().Change.Assignee);
    }

    [Theory]
    [InlineData("conversation_typing_on", 0)]
    [InlineData("webwidget_triggered", 1)]
    public void Event_ThatIsNoNews_IsPassedOver(string name, int notices)
    {
        var translated = Read(Edit.Sample("chatwoot/conversation_created.json", ("event", name)));

        Assert.Empty(translated.Events);
        Assert.Equal(notices, translated.Notices.Count);
    }

    private static TicketEvent Message(string body) => Read(body).Events.Single(e => e.Type == TicketEventType.Replied);

    private static HelpdeskDelivery Read(string body, Action<ConnectionOptions>? configure = null) => WebhookReader.Translate(
        TestConnections.Of("chatwoot", configure),
        new WebhookRequest("application/json", new Dictionary<string, string>(), Edit.Bytes(body)),
        HelpdeskSamples.Evening);
}
