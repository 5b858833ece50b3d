using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Agreements;

public sealed class AgreementBookTests
{
    private static readonly Condition OfAcme = new() { Customers = ["Acme"] };
    private static readonly Condition UrgentOfAcme = OfAcme with { Priorities = [TicketPriority.Urgent] };
    private static readonly TicketFacts UrgentTicket = new() { Source = "/desk", Customer = "Acme", Priority = TicketPriority.Urgent };
    private static readonly Instant Spring = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public void Governing_SeveralAreMeantForTheTicket_IsTheOneThatAsksForMost()
    {
        var book = Book(Version("all"), Version("acme", OfAcme), Version("urgent", UrgentOfAcme), Version("others", new() { Customers = ["Apex"] }));

        Assert.Equal("urgent", book.Governing(UrgentTicket, Spring)?.Id);
        Assert.Equal("acme", book.Governing(UrgentTicket with { Priority = TicketPriority.Low }, Spring)?.Id);
        Assert.Equal("all", book.Governing(UrgentTicket with { Customer = null }, Spring)?.Id);
    }

    [Fact]
    public void Governing_EquallyMeant_IsTheFirstOfTheFile() =>
        Assert.Equal("one", Book(Version("one", OfAcme), Version("two", OfAcme)).Governing(UrgentTicket, Spring)?.Id);

    [Fact]
    public void Governing_NotInForce_GivesWayToOneThatAsksForLess()
    {
        var later = Version("urgent", UrgentOfAcme) with { EffectiveFrom = new LocalDate(2026, 6, 1) };

        Assert.Equal("all", Book(later, Version("all")).Governing(UrgentTicket, Spring)?.Id);
    }

    [Fact]
    public void Govern_OneOfSeveral_SaysBeforeWhichItGoes() => Assert.Equal(
        "urgent v1 was in force when the ticket was created and is meant for it; it goes before all v1, acme v1",
        Book(Version("all"), Version("acme", OfAcme), Version("urgent", UrgentOfAcme)).Govern(UrgentTicket, Spring).Reason);

    [Fact]
    public void Govern_TheOnlyOne_SaysSo()
    {
        var governance = Book(Version("acme", OfAcme), Version("apex", new() { Customers = ["Apex"] })).Govern(UrgentTicket, Spring);

        Assert.Equal(("acme", "acme v1 was in force when the ticket was created and is meant for it"), (governance.Agreement?.Id, governance.Reason));
    }

    [Fact]
    public void Govern_None_SaysWhyOfEach()
    {
        var later = Version("later") with { EffectiveFrom = new LocalDate(2026, 6, 1) };
        var over = Version("over") with { Term = new Term { From = new(2020, 1, 1), To = new(2025, 12, 31) } };
        var governance = Book(Version("apex", new() { Customers = ["Apex"] }), later, over).Govern(UrgentTicket, Spring);

        Assert.Null(governance.Agreement);
        Assert.Equal(
            "apex v1 is for others: customer is Acme, not Apex; later v1 takes effect on 2026-06-01, and nothing was agreed before; "
            + "over v1 ended on 2025-12-31 and does not renew",
            governance.Reason);
    }

    [Fact]
    public void Govern_EmptyBook_SaysThatThereIsNoAgreement() =>
        Assert.Equal(new Governance(null, "there is no agreement"), AgreementBook.Empty.Govern(UrgentTicket, Spring));

    [Fact]
    public void Find_NameAndVersion_IsThatOne()
    {
        var second = Version("acme") with { Version = 2, EffectiveFrom = new LocalDate(2026, 6, 1) };
        var book = new AgreementBook([new AgreementHistory([Version("all")]), new AgreementHistory([second, Version("acme")])]);

        Assert.Same(second, book.Find("acme", 2));
        Assert.Equal(("acme", 1), (book.Find("acme", 1)?.Id, book.Find("acme", 1)?.Version));
        Assert.Null(book.Find("acme", 3));
        Assert.Null(book.Find("ACME", 1));
        Assert.Null(book.Find("nobody", 1));
    }

    private static AgreementBook Book(params Agreement[] agreements) => new(agreements.Select(agreement => new AgreementHistory([agreement])));

    private static Agreement Version(string id, Condition? governs = null) => Story.Promising() with { Id = id, Governs = governs ?? Condition.Always };
}
