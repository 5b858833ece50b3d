using System.Text.Json.Nodes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Tests.Translation;

/// <summary>What Frappe Helpdesk's templates mean.</summary>
public sealed class FrappeTests
{
    private const string Customer = "frappe/message.customer.json";
    private const string Updated = "frappe/ticket.updated.replied.json";

    [Theory]
    [InlineData("Sent", "sam@example.com", Actor.Agent)]
    [InlineData("Sent", "casey@customer.example", Actor.Customer)]
    [InlineData("Received", "casey@customer.example", Actor.Customer)]
    [InlineData("Received", "riley@customer.example", Actor.Customer)]
    [InlineData("Received", "anna@example.com", Actor.Agent)]
    [InlineData(null, "riley@customer.example", null)]
    public void Message_IsOfWhomItsDirectionAndItsSenderSay(string? direction, string sender, Actor? expected)
    {
        var told = Read(
            Edit.Sample(Customer, ("sent_or_received", direction), ("sender", sender)), options => options.Staff = "anna@example.com");

        Assert.Equal(expected, told.Events.Single().Change.By);
    }

    [Theory]
    [InlineData("On Vendor", "Paused", TicketStatus.Pending, 0)]
    [InlineData("Answered", "Resolved", TicketStatus.Resolved, 0)]
    [InlineData("Escalated", "Open", TicketStatus.Open, 0)]
    [InlineData("Replied", "Open", TicketStatus.Pending, 0)]
    [InlineData("On Vendor", null, TicketStatus.Open, 1)]
    public void Status_GoesByItsName_ThenByItsCategory(string status, string? category, TicketStatus expected, int notices)
    {
        var translated = Read(Edit.Sample(Updated, ("status", status), ("status_category", category)));

        Assert.Equal((expected, notices), (translated.Events.Single().Change.Status, translated.Notices.Count));
    }

    [Fact]
    public void Times_WithoutAZone_AreOfTheConnections()
    {
        var change = Read(Edit.Sample(Updated), options => options.TimeZone = "Asia/Kolkata").Events.Single().Change;

        Assert.Equal("2026-05-04T03:30:00Z", change.CreatedAt.ToString());
    }

    [Theory]
    [InlineData("[\"sam@example.com\", \"anna@example.com\"]", "sam@example.com")]
    [InlineData("[]", "")]
    [InlineData("", "")]
    public void Assignee_IsTheFirstOfTheListThatFrappeKeepsAsText(string assigned, string expected) =>
        Assert.Equal(expected, Read(Edit.Sample(Updated, ("assigned", assigned))).Events.Single().Change.Assignee);

    [Fact]
    public void Assignee_MayBeAListToo() => Assert.Equal(
        "sam@example.com", Read(Edit.Sample(Updated, ("assigned", new JsonArray("sam@example.com")))).Events.Single().Change.Assignee);

    [Fact]
    public void Event_ThatNobodyKnows_IsRecordedWithoutEffect() => Assert.Equal(
        TicketEventType.Unknown, Read(Edit.Sample(Updated, ("event", "on_cancel"))).Events.Single().Type);

    private static HelpdeskDelivery Read(string body, Action<ConnectionOptions>? configure = null) => WebhookReader.Translate(
        TestConnections.Of("frappe", configure),
        new WebhookRequest("application/json", new Dictionary<string, string>(), Edit.Bytes(body)),
        HelpdeskSamples.Evening);
}
