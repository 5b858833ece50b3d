using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Monitoring.Tests.Clauses.Contract;

namespace SlaMonitor.Monitoring.Tests.Clauses;

/// <summary>§5 and §11: for how long, and by which version.</summary>
public sealed class TermTests
{
    private const string Renews = "renews: yearly, noticeDays: 30";

    [Clause("5", Key = "effectiveFrom")]
    [Fact]
    public void Clause_5_BeforeTheFirstDay_NothingIsPromisedAndTheReasonSaysSo()
    {
        AssertNothing("2023-12-31 23:59:59", Book, "standard-support v1 takes effect on 2024-01-01, and nothing was agreed before");
        AssertPromised("2024-01-01 00:00", Book);
    }

    [Clause("5", Key = "term")]
    [Fact]
    public void Clause_5_WithoutNotice_RenewsYearAfterYear()
    {
        Assert.Equal(
            new Term { From = new(2024, 1, 1), To = new(2026, 12, 31), Renews = Renewal.Yearly, NoticeDays = 30 },
            Contract.Agreement.Term);
        AssertPromised("2026-12-31 23:59:59", Book);
        AssertPromised("2027-01-01 00:00", Book);
        AssertPromised("2031-06-01 09:00", Book);
    }

    [Clause("5", Key = "term")]
    [Theory]
    [InlineData("2026-12-01", "2026-12-31")] // thirty days before: in time
    [InlineData("2026-12-02", "2027-12-31")] // a day late: one more year
    [InlineData("2027-11-30", "2027-12-31")]
    public void Clause_5_Notice_EndsTheTermThatIsRunningOrTheNextOne(string notice, string lastDay)
    {
        var book = With((Renews, $"{Renews}, noticeGivenOn: {notice}"));

        AssertPromised($"{lastDay} 23:59:59", book);
        AssertNothing(
            $"{int.Parse(lastDay[..4], null) + 1}-01-01 00:00",
            book,
            $"standard-support v1 ended on {lastDay} after notice was given on {notice}");
    }

    [Clause("5", Key = "term")]
    [Fact]
    public void Clause_5_WithoutRenewal_EndsWithItsLastDay()
    {
        var book = With((Renews, "renews: none"));

        AssertPromised("2026-12-31 23:59:59", book);
        AssertNothing("2027-01-01 00:00", book, "standard-support v1 ended on 2026-12-31 and does not renew");
    }

    [Clause("5", Key = "term")]
    [Fact]
    public void Clause_5_TicketOfTheLastDay_KeepsItsPromiseBeyondTheEnd() =>
        Assert.Equal(
            At("2027-01-01 11:00"),
            Story.Created("2026-12-31 16:00").AgentSays("2027-01-04 09:00").Clock("response", With((Renews, "renews: none"))).DueAt);

    [Clause("11", Key = "version")]
    [Theory]
    [InlineData("2026-06-30 23:59:59", 1, "2026-07-01 13:00")]
    [InlineData("2026-07-01 00:00", 2, "2026-07-01 11:00")]
    public void Clause_11_Amendment_IsForNewTicketsAndOlderOnesKeepTheirs(string created, int version, string due)
    {
        var amended = AmendedBy(
            ("version: 1  ", "version: 2  "),
            ("effectiveFrom: 2024-01-01", "effectiveFrom: 2026-07-01"),
            (
                "{ id: response,             metric: firstResponse, within: 4h,",
                "{ id: response,             metric: firstResponse, within: 2h,"));
        var story = Story.Created(created).And(TicketEventType.Updated, "2026-07-01 10:00", new TicketChange { Category = "hardware" });

        var clock = story.Clock("response", amended);
        Assert.Equal((version, At(due)), (clock.Agreement.Version, clock.DueAt));
        Assert.Equal(
            $"standard-support v{version} was in force when the ticket was created and is meant for it",
            story.Assess(amended).Governance.Reason);
    }

    private static void AssertPromised(string created, AgreementBook book) =>
        Assert.Contains(Story.Created(created).Assess(book).Clocks, clock => clock.Target.Id == "response");

    private static void AssertNothing(string created, AgreementBook book, string reason)
    {
        var assessment = Story.Created(created).Assess(book);

        Assert.Null(assessment.Governance.Agreement);
        Assert.Equal(reason, assessment.Governance.Reason);
        Assert.Empty(assessment.Clocks);
        Assert.Empty(assessment.Pending);
    }
}
