using System.Text.Json.Nodes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Tests.Translation;

/// <summary>What HubSpot's lists of changes and its workflows tell, and what they cannot.</summary>
public sealed class HubSpotTests
{
    private const string Workflow = "hubspot/workflow.answered.json";

    [Fact]
    public void LastResponse_IsNobodys_AndLoudly_BecauseABotMayHaveSentIt()
    {
        var translated = Read(Changed("hs_last_message_sent_at", "1777886100000"));

        Assert.Null(translated.Events.Single().Change.By);
        Assert.Equal(new Notice(NoticeKind.UnknownAuthor, "hs_last_message_sent_at"), Assert.Single(translated.Notices));
    }

    [Fact]
    public void LastResponse_IsAnAgents_WhereTheConnectionSaysThatNoBotAnswers() => Assert.Equal(
        Actor.Agent,
        Read(Changed("hs_last_message_sent_at", "1777886100000"), options => options.Staff = "hs_last_message_sent_at")
            .Events.Single().Change.By);

    [Fact]
    public void Message_ToldByAnAppAndByAWorkflow_IsOne() => Assert.Equal(
        Read(Changed("hs_first_agent_message_sent_at", "1777886100000")).Events.Single().Id,
        Read(Edit.Sample(Workflow)).Events.First(e => e.Type == TicketEventType.Replied).Id);

    [Fact]
    public void FirstMessage_IsTheRequest_WhereTheTimeOfCreationStandsBesideIt() => Assert.DoesNotContain(
        Read(Edit.Sample("hubspot/workflow.created.json")).Events, e => e.Type == TicketEventType.Replied);

    [Fact]
    public void Stage_OfAnotherPipeline_CountsAsOpen_UntilTheConnectionNamesIt_AndAsClosedWhereHubSpotSaysSo()
    {
        Assert.Equal(TicketStatus.Open, Read(Changed("hs_pipeline_stage", "887766")).Events.Single().Change.Status);
        Assert.Equal(
            TicketStatus.OnHold,
            Read(Changed("hs_pipeline_stage", "887766"), options => options.Statuses = "887766=onHold").Events.Single().Change.Status);
        Assert.Equal(
            TicketStatus.Closed,
            Read(Edit.Sample(Workflow, ("hs_pipeline_stage", "887766"), ("hs_is_closed", "true"))).Events[^1].Change.Status);
    }

    [Fact]
    public void Property_ThatIsCleared_IsCleared()
    {
        Assert.Equal(string.Empty, Read(Changed("hubspot_owner_id", "")).Events.Single().Change.Assignee);
        Assert.Equal(TicketPriority.Normal, Read(Changed("hs_ticket_priority", "")).Events.Single().Change.Priority);
    }

    [Fact]
    public void Property_OfTheInstallation_IsReadInBothForms()
    {
        static void Configure(ConnectionOptions options) => options.Fields = "severity=priority, contract=customer";

        Assert.Equal(TicketPriority.Urgent, Read(Changed("severity", "urgent"), Configure).Events.Single().Change.Priority);
        Assert.Equal(
            "gold", Read(Edit.Sample(Workflow, ("contract", "gold")), Configure).Events[^1].Change.Customer);
    }

    [Fact]
    public void TimeOfCreation_ThatWasSetByHand_IsTaken_AndPassedOverWhereItCannotBeTrue()
    {
        var early = Read(Changed("createdate", "1777800000000")).Events.Single().Change.CreatedAt;

        Assert.Equal(Instant.FromUnixTimeMilliseconds(1777800000000), early);
        Assert.Null(Read(Changed("createdate", "1777899999000")).Events.Single().Change.CreatedAt);
    }

    [Theory]
    [InlineData("deletion", 24681357)]
    [InlineData("merge", 24681399)]
    public void Ticket_ThatIsDeletedOrMerged_IsNoMore_AndWasClosedWhenItWas(string sample, int ticket)
    {
        var closed = Read(Changed("hs_pipeline_stage", "4").Replace("24681357", $"{ticket}", StringComparison.Ordinal)).Events;
        var gone = Read(Edit.Sample($"hubspot/{sample}.json")).Events;
        var folded = Ticket.Fold([.. closed, .. gone])!;

        Assert.True(folded.IsGone);
        Assert.Equal(closed.Single().Time, Assert.Single(folded.Settlements).From);
    }

    [Fact]
    public void List_OfOtherThings_IsPassedOver_AndOfNothingToo()
    {
        Assert.Equal("None of it is about a ticket.", Read("""[{"subscriptionType":"contact.creation","objectId":9}]""").Ignored);
        Assert.Equal("None of it is about a ticket.", Read("[]").Ignored);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("""[{"subscriptionType":"ticket.creation","occurredAt":1777885200000}]""")]
    public void Body_ThatNamesNoTicket_IsRefused(string body) => Assert.NotEmpty(Read(body).Problems);

    [Fact]
    public void Signature_IsOverTheAddressThatTheConnectionNames()
    {
        using var signed = Story.Send("hubspot", "[]"u8.ToArray(), HelpdeskSamples.Evening);
        var headers = signed.Headers.ToDictionary(header => header.Key, header => header.Value.Single(), StringComparer.OrdinalIgnoreCase);
        var request = new WebhookRequest("application/json", headers, "[]"u8.ToArray());

        Assert.Equal(Verdict.Genuine, TestConnections.Of("hubspot").Verify(request, HelpdeskSamples.Evening));
        Assert.Equal(
            Verdict.Wrong,
            TestConnections.Of("hubspot", options => options.PublicUrl += "/").Verify(request, HelpdeskSamples.Evening));
    }

    private static string Changed(string property, string value)
    {
        var list = JsonNode.Parse(HelpdeskSamples.Read("hubspot/propertyChange.closed.json"))!;
        (list[0]!["propertyName"], list[0]!["propertyValue"]) = (property, value);
        return list.ToJsonString();
    }

    private static HelpdeskDelivery Read(string body, Action<ConnectionOptions>? configure = null) => WebhookReader.Translate(
        TestConnections.Of("hubspot", configure),
        new WebhookRequest("application/json", new Dictionary<string, string>(), Edit.Bytes(body)),
        HelpdeskSamples.Evening);
}
