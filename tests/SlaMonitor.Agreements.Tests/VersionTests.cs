using SlaMonitor.Core.Tickets;
using static SlaMonitor.Samples.TestFiles;

namespace SlaMonitor.Agreements.Tests;

public sealed class VersionTests
{
    /// <summary>v1 for 2024, a gap, v2 from February 2025 that renews until notice ends it, and v3 from July 2026 without a term.</summary>
    private static readonly AgreementLoad Three = Load(
        Small(version: 3, from: "2026-07-01"),
        Small(version: 1, from: "2024-01-01", more: "term: { from: 2024-01-01, to: 2024-12-31 }"),
        Small(
            version: 2,
            from: "2025-02-01",
            more: "term: { from: 2025-02-01, to: 2025-04-30, renews: monthly, noticeDays: 30, noticeGivenOn: 2025-08-05 }"));

    public static TheoryData<string, int?, string> Table => new()
    {
        { "2023-12-31T15:59:59Z", null, "support v1 takes effect on 2024-01-01, and nothing was agreed before" },
        { "2023-12-31T16:00:00Z", 1, "support v1 was in force when the ticket was created and is meant for it" },
        { "2024-12-31T15:59:59Z", 1, "support v1 was in force when the ticket was created and is meant for it" },
        { "2024-12-31T16:00:00Z", null, "support v1 ended on 2024-12-31 and does not renew" },
        { "2025-01-31T15:59:59Z", null, "support v1 ended on 2024-12-31 and does not renew" },
        { "2025-01-31T16:00:00Z", 2, "support v2 was in force when the ticket was created and is meant for it" },
        { "2025-09-30T15:59:59Z", 2, "support v2 was in force when the ticket was created and is meant for it" },
        { "2025-09-30T16:00:00Z", null, "support v2 ended on 2025-09-30 after notice was given on 2025-08-05" },
        { "2026-06-30T16:00:00Z", 3, "support v3 was in force when the ticket was created and is meant for it" },
        { "2099-01-01T00:00:00Z", 3, "support v3 was in force when the ticket was created and is meant for it" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Govern_TicketCreatedAt_HasTheVersionOfThatMoment(string createdAt, int? version, string reason)
    {
        var governance = Three.Book!.Govern(
            new TicketFacts { Source = "/desk" },
            NodaTime.Text.InstantPattern.ExtendedIso.Parse(createdAt).Value);

        Assert.Equal((version, reason), (governance.Agreement?.Version, governance.Reason));
    }

    [Fact]
    public void Load_DaysWithoutAPromise_AreAWarning() => Assert.Equal(
        [
            "1.yaml:3:16: warning: version 2 of support ended on 2025-09-30; "
            + "nothing is promised for tickets created between then and 2026-07-01",
            "3.yaml:3:16: warning: version 1 of support ended on 2024-12-31; "
            + "nothing is promised for tickets created between then and 2025-02-01",
        ],
        Three.Problems.Select(problem => problem.ToString()));

    [Fact]
    public void Load_DocumentsOfOneFile_AreVersionsToo()
    {
        var load = Load($"{Small(version: 1, from: "2024-01-01")}\n---\n{Small(version: 2, from: "2025-01-01")}");

        Assert.Empty(load.Problems);
        Assert.Equal([1, 2], load.Book!.Agreements.Single().Versions.Select(version => version.Version));
    }

    [Fact]
    public void Load_SameNumberInTwoFiles_SaysWhereTheOtherIs()
    {
        var load = Load(Small(version: 1, from: "2024-01-01"), Small(version: 1, from: "2025-01-01"));

        Assert.Null(load.Book);
        Assert.Equal(
            "2.yaml:2:10: error: there is a version 1 of support already, at 1.yaml:2:10; an amendment has a number of its own",
            load.Problems.Single().ToString());
    }

    [Fact]
    public void Govern_TwoAgreementsMatch_TakesTheOneThatAsksForMore()
    {
        var book = Load(
            Small("everybody"),
            Small("acme", more: "customer: { name: Acme, match: { customer: [ACME] } }"),
            Small("acme-mail", more: "customer: { name: Acme, match: { customer: [acme], source: /mail } }")).Book!;

        Assert.Equal("acme-mail", Governing(new TicketFacts { Customer = "Acme", Source = "/mail" }));
        Assert.Equal("acme", Governing(new TicketFacts { Customer = "Acme", Source = "/phone" }));
        Assert.Equal("everybody", Governing(new TicketFacts { Customer = "Other", Source = "/mail" }));

        string? Governing(TicketFacts facts) => book.Govern(facts, Instant.FromUtc(2025, 1, 1, 0, 0)).Agreement?.Id;
    }

    [Fact]
    public void Govern_TwoAgreementsAskForAsMuch_TakesTheFirstAndWasWarned()
    {
        var load = Load(
            Small("one", more: "customer: { name: Acme, match: { customer: [acme, apex] } }"),
            Small("two", more: "customer: { name: Acme, match: { customer: [ACME] } }"),
            Small("three", more: "customer: { name: Other, match: { customer: other } }"));

        var governance = load.Book!.Govern(new TicketFacts { Customer = "acme", Source = "/desk" }, Instant.FromUtc(2025, 1, 1, 0, 0));

        Assert.Equal("one v1 was in force when the ticket was created and is meant for it; it goes before two v1", governance.Reason);
        Assert.Equal(
            "2.yaml:8:32: warning: a ticket can match both one v1 (1.yaml:1:1) and two v1, which ask for as much; "
            + "one v1 will govern it, because it comes first. "
            + "Let one of them ask for more in its customer's 'match'",
            load.Problems.Single().ToString());
    }

    [Fact]
    public void Load_TwoAgreementsThatFollowEachOther_AreNotAmbiguous() =>
        Assert.Empty(Load(Small("old", more: "term: { from: 2024-01-01, to: 2024-12-31 }"), Small("new", from: "2025-01-01")).Problems);

    [Fact]
    public void Govern_NoAgreementMatches_SaysOfEachWhyNot()
    {
        var book = Load(
            Small("acme", more: "customer: { name: Acme, match: { customer: [acme, apex], priority: urgent } }"),
            Small("gone", more: "term: { from: 2024-01-01, to: 2026-12-31, endedOn: 2024-06-30 }")).Book!;

        var governance = book.Govern(new TicketFacts { Source = "/desk" }, Instant.FromUtc(2025, 1, 1, 0, 0));

        Assert.Null(governance.Agreement);
        Assert.Equal(
            "acme v1 is for others: priority is normal, not urgent; customer is not known, wanted is acme or apex; "
            + "gone v1 ended on 2024-06-30 as the parties settled",
            governance.Reason);
    }
}
