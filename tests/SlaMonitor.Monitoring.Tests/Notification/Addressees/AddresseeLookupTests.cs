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

    private static IReadOnlyList<Addressee> Of(string notify, TicketChange change, Instant? now = null)
    {
        var agreements = new FixedAgreements(
            FixedAgreements.Office.Replace("at: 50%, notify: [assignee]", $"at: 50%, notify: {notify}", StringComparison.Ordinal));
        var at = now ?? FirstTurn;
        var step = TicketAssessment.Of([Events.Created("T", change: change)], [], agreements.Book, at)!.Pending[0];
        return AddresseeLookup.Of(step, at);
    }
}
