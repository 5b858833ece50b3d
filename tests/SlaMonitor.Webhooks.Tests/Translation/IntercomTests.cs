using System.Text.Json.Nodes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Tests.Translation;

/// <summary>Who wrote in a conversation of Intercom's, and what a topic that we do not know still tells.</summary>
public sealed class IntercomTests
{
    private const string Part = "data.item.conversation_parts.conversation_parts";
    private const string Replied = "intercom/conversation.admin.replied.json";

    [Theory]
    [InlineData("admin", false, Actor.Agent)]
    [InlineData("admin", true, Actor.System)]
    [InlineData("bot", false, Actor.System)]
    [InlineData("user", false, Actor.Customer)]
    [InlineData("lead", false, Actor.Customer)]
    public void Message_IsOfWhomItsAuthorIs_AndOfNobodyWhereAMachineSpoke(string type, bool isMachine, Actor expected)
    {
        var parts = JsonNode.Parse(HelpdeskSamples.Read(Replied))!["data"]!["item"]!["conversation_parts"]!["conversation_parts"]!;
        parts[0]!["author"]!["type"] = type;
        parts[0]!["author"]!["from_ai_agent"] = isMachine;

        Assert.Equal(expected, Read(Edit.Sample(Replied, (Part, parts))).Events.Single().Change.By);
    }

    [Theory]
    [InlineData("conversation.admin.replied", Actor.Agent)]
    [InlineData("conversation.user.replied", Actor.Customer)]
    [InlineData("conversation.operator.replied", Actor.System)]
    public void Message_WithoutItsPart_IsOfWhomTheTopicSays(string topic, Actor expected)
    {
        var told = Read(Edit.Sample(Replied, ("topic", topic), (Part, new JsonArray()))).Events.Single();

        Assert.Equal((expected, "notif_00000000-0000-4000-8000-000000000004"), (told.Change.By, told.Id));
    }

    [Fact]
    public void Message_OfAColleagueWhoWritesAsAContact_IsAnAgents_WhereTheConnectionKnowsThem()
    {
        var sample = "intercom/conversation.user.replied.json";
        var parts = JsonNode.Parse(HelpdeskSamples.Read(sample))!["data"]!["item"]!["conversation_parts"]!["conversation_parts"]!;
        parts[0]!["author"]!["email"] = "anna@example.com";
        parts[0]!["author"]!["id"] = "another";

        Assert.Equal(
            Actor.Agent,
            Read(Edit.Sample(sample, (Part, parts)), options => options.Staff = "@example.com").Events.Single().Change.By);
    }

    [Fact]
    public void Topic_ThatNobodyKnows_StillTellsHowTheConversationStands()
    {
        var told = Read(Edit.Sample("intercom/conversation.admin.closed.json", ("topic", "conversation.something.new"))).Events.Single();

        Assert.Equal((TicketEventType.Resolved, TicketStatus.Resolved), (told.Type, told.Change.Status));
    }

    [Fact]
    public void Ticket_OfIntercoms_IsPassedOver_AndCounted()
    {
        var translated = Read(Edit.Sample(Replied, ("topic", "ticket.created"), ("data.item.type", "ticket")));

        Assert.Equal((0, NoticeKind.UnknownEvent), (translated.Events.Count, translated.Notices.Single().Kind));
    }

    private static HelpdeskDelivery Read(string body, Action<ConnectionOptions>? configure = null) => WebhookReader.Translate(
        TestConnections.Of("intercom", configure),
        new WebhookRequest("application/json", new Dictionary<string, string>(), Edit.Bytes(body)),
        HelpdeskSamples.Evening);
}
