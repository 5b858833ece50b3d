using SlaMonitor.Core.Tickets;
using static SlaMonitor.Monitoring.Tests.Clauses.Contract;
using Party = SlaMonitor.Core.Agreements.Party;

namespace SlaMonitor.Monitoring.Tests.Clauses;

/// <summary>§14.1 and the head of the contract: who agrees with whom, on what.</summary>
public sealed class PartiesTests
{
    [Clause("14.1", Key = "provider")]
    [Fact]
    public void Clause_14_1_TheProvider_IsReachedThroughTheSupportLead()
    {
        Assert.Equal(new Party("乙方 (the provider)", "support-lead"), Agreement.Provider);
        Assert.Equal("support-lead@example.com", Agreement.Contacts[Agreement.Provider!.Contact!].Email);
    }

    [Clause("14.1", Key = "customer")]
    [Fact]
    public void Clause_14_1_TheCustomer_IsReachedThroughTheServiceOwner()
    {
        Assert.Equal(new Party("甲方 (the customer)", "customer"), Agreement.Customer);
        Assert.Equal("service-owner@customer.example.com", Agreement.Contacts[Agreement.Customer!.Contact!].Email);
    }

    [Clause("customer", Key = "customer")]
    [Theory]
    [InlineData("acme", true)]
    [InlineData("Acme", true)]
    [InlineData("apex", false)]
    [InlineData(null, false)]
    public void Clause_customer_WithAMatch_GovernsTicketsOfTheseCustomersAlone(string? customer, bool governed)
    {
        var acme = With(("  # match: { customer: [acme] }  ", "  match: { customer: [acme] }    "));
        var story = Story.Created("2026-03-02 09:00", new TicketChange { Customer = customer });

        Assert.Equal(governed, story.Assess(acme).Governance.Agreement is not null);
        Assert.NotNull(story.Assess().Governance.Agreement);
    }

    [Clause("title", Key = "title")]
    [Fact]
    public void Clause_title_OfTheSignedText_IsKept() => Assert.Equal("客户支持服务标准化协议 2024 (standard support)", Agreement.Title);

    [Clause("agreement", Key = "agreement")]
    [Fact]
    public void Clause_agreement_Name_IsInEveryAnswer() =>
        Assert.Equal(
            "standard-support v1 was in force when the ticket was created and is meant for it",
            Story.Created("2026-03-02 09:00").Assess().Governance.Reason);

    [Clause("language", Key = "language")]
    [Fact]
    public void Clause_language_OfMails_IsTheContractsUnlessAContactReadsAnother()
    {
        var chinese = With(("language: en  ", "language: zh-CN  ")).Find("standard-support", 1)!;

        Assert.Equal(("en", "zh-CN"), (Agreement.Language, chinese.Language));
        Assert.Equal((null, "zh-CN"), (Agreement.Contacts["support-lead"].Language, Agreement.Contacts["customer"].Language));
    }
}
