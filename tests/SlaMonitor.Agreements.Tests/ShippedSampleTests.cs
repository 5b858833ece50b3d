using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Agreements.Tests;

/// <summary>The agreement that comes with the program works for somebody who has changed nothing yet.</summary>
public sealed class ShippedSampleTests
{
    private static readonly AgreementLoad Load = AgreementLoader.LoadFolder(Path.Combine(AppContext.BaseDirectory, "shipped"));

    [Fact]
    public void LoadFolder_Shipped_HasNothingToComplainOf()
    {
        Assert.Empty(Load.Problems);
        Assert.NotNull(Load.Book);
    }

    [Fact]
    public void Govern_AnyTicket_IsGoverned()
    {
        var governance = Load.Book!.Govern(new TicketFacts { Source = "/anything" }, Instant.FromUtc(2030, 1, 1, 0, 0));

        Assert.Equal("standard-support", governance.Agreement?.Id);
    }

    [Theory]
    [InlineData("Li Wei", "li.wei")]
    [InlineData("agent-2", "zhang.min")]
    [InlineData("support", "service-desk")]
    [InlineData("SUPPORT-LEAD@example.com", "support-lead")]
    [InlineData("somebody", null)]
    public void ContactKnownAs_NameOfTheHelpdesk_FindsTheContact(string name, string? contact)
    {
        var agreement = Load.Book!.Find("standard-support", 1)!;

        Assert.Equal(contact, agreement.ContactKnownAs(name)?.Id);
    }

    [Fact]
    public void LoadFolder_Shipped_SendsMailNowhereButToExamples()
    {
        var agreement = Load.Book!.Find("standard-support", 1)!;
        var addresses = agreement.Contacts.Values.SelectMany(contact => contact.Rotation?.Turns.Members ?? [contact.Email!]);

        Assert.All(addresses, address => Assert.Matches(@"[@.]example\.com$", address));
    }
}
