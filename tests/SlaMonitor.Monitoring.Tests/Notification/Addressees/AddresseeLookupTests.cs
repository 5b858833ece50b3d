using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Notification.Addressees;

public sealed class AddresseeLookupTests
{
    private static readonly Instant FirstTurn = Instant.FromUtc(2026, 3, 2, 8, 0);

    [Theory]
    [InlineData("lead", "lead@example.com")]
    [InlineData("LEAD", "lead@example.com")]
    [InlineData("li wei", "lead@example.com")]
    [InlineData("lead@example.com", "lead@example.com")]
    [InlineData("anna@example.com", "anna@example.com")]
    [InlineData("Anna", "support@example.com")]
    [InlineData("Anna <anna@example.com>", "support@example.com")]
    [InlineData("anna@example.com, eve@example.com", "support@example.com")]
    [InlineData("anna@example.com\nBcc: eve@example.com", "support@example.com")]
    [InlineData("anna@xn--bcher-kva.example", "anna@xn--bcher-kva.example")]
    [InlineData("anna@bücher.example", "anna@bücher.example")]
    [InlineData("anna@[127.0.0.1]", "support@example.com")]
    [InlineData("\"anna eve\"@example.com", "support@example.com")]
    [InlineData("anna\u202E@example.com", "support@example.com")]
    [InlineData("anna@example.com\u0000", "support@example.com")]
    [InlineData("", "support@example.com")]
    [InlineData(null, "support@example.com")]
    public void Assignee_IsAContactOrAnAddress_ElseTheFallbackIsTold(string? assignee, string expected) =>
        Assert.Equal(expected, Assert.Single(Of("[assignee]", new() { Assignee = assignee })).Address);

    [Fact]
    public void Group_IsLookedUpAsTheAssigneeIs() =>
        Assert.Equal("lead@example.com", Assert.Single(Of("[group]", new() { Group = "Li Wei" })).Address);

    [Theory]
    [InlineData("2026-03-02T07:59:59Z", "second@example.com")]
    [InlineData("2026-03-02T08:00:00Z", "first@example.com")]
    [InlineData("2026-03-09T08:00:00Z", "second@example.com")]
    public void Rotation_IsWhoseTurnItIsNow(string now, string expected) =>
        Assert.Equal(
            expected,
            Assert.Single(Of("[on-call]", TicketChange.None, NodaTime.Text.InstantPattern.General.Parse(now).Value)).Address);

    [Fact]
    public void SamePersonTwice_IsToldOnce_AsWhatTheyAreNamedFirst() =>
        Assert.Equal(
            [("FIRST@example.com", "assignee"), ("lead@example.com", "lead")],
            Of("[assignee, on-call, lead, lead]", new() { Assignee = "FIRST@example.com" }).Select(r => (r.Address, r.Because)));

    [Fact]
    public void LanguageAndZone_AreTheContacts_ElseTheAgreements()
    {
        var told = Of("[assignee, lead]", new() { Assignee = "anna@example.com" });

        Assert.Equal([("en", "Europe/Berlin"), ("zh-CN", "Asia/Shanghai")], told.Select(r => (r.Language, r.TimeZone.Id)));
    }

    [Theory]
    [InlineData("anna@example.com", "anna@example.com")]
    [InlineData("anna@EXAMPLE.com", "anna@EXAMPLE.com")]
    [InlineData("anna@bücher.example", "anna@bücher.example")]
    [InlineData("eve@example.org", "support@example.com")]
    [InlineData("eve@evil.example.com", "support@example.com")]
    [InlineData("eve@example.com.evil.org", "support@example.com")]
    [InlineData("li wei", "lead@example.com")]
    public void Assignee_OutsideTheAllowedDomains_IsNotToldButTheFallback(string assignee, string expected) => Assert.Equal(
        expected,
        Assert.Single(
            Of("[assignee]", new() { Assignee = assignee }, allowed: Recipients.Of("example.com, xn--bcher-kva.example"))).Address);

    [Fact]
    public void Assignee_OutsideTheAllowedDomains_LeavesTheOthersOfTheStep_AndIsCountedAndSaidOnce()
    {
        var logger = new FakeLogger<AllowedRecipients>();
        var allowed = Recipients.Of("example.com", logger);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(
                ["lead@example.com"],
                Of("[assignee, group, lead]", new() { Assignee = "eve@example.org", Group = "\"x\"@example.com" }, allowed: allowed)
                    .Select(who => who.Address));
        }

        Assert.Equal(
            [("recipients.malformed", 1L), ("recipients.outsideAllowedDomains", 1L)],
            allowed.Read().Select(count => (count.Key, count.Value)).Order());
        Assert.Equal(["RecipientOutside", "MalformedRecipient"], logger.Collector.GetSnapshot().Select(log => log.Id.Name));
        Assert.DoesNotContain(logger.Collector.GetSnapshot(), log => log.Message.Contains("eve", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Addressee> Of(
        string notify, TicketChange change, Instant? now = null, AllowedRecipients? allowed = null)
    {
        var agreements = new FixedAgreements(
            FixedAgreements.Office.Replace("at: 50%, notify: [assignee]", $"at: 50%, notify: {notify}", StringComparison.Ordinal));
        var at = now ?? FirstTurn;
        var step = TicketAssessment.Of([Events.Created("T", change: change)], [], agreements.Book, at)!.Pending[0];
        return AddresseeLookup.Of(step, allowed ?? Recipients.Of(), at);
    }
}
