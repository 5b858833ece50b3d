using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tests.Clocks;

namespace SlaMonitor.Core.Tests.Agreements;

public sealed class ContactTests
{
    private static readonly Contact Anna = new() { Id = "anna", KnownAs = ["Anna Agent", "42"], Email = "anna@example.com" };
    private static readonly Contact Night = new() { Id = "night" };

    [Theory]
    [InlineData("anna", true)]
    [InlineData("ANNA", true)]
    [InlineData("anna agent", true)]
    [InlineData("42", true)]
    [InlineData("Anna@Example.com", true)]
    [InlineData("anna@example.org", false)]
    [InlineData("Agent", false)]
    public void IsMeantBy_Name_ComparesIdOtherNamesAndAddress_WithoutRegardToCase(string name, bool expected) => Assert.Equal(expected, Anna.IsMeantBy(name));

    [Fact]
    public void ContactKnownAs_Name_IsWhoeverIsMeant()
    {
        var agreement = Story.Promising() with { Contacts = new Dictionary<string, Contact> { ["night"] = Night, ["anna"] = Anna } };

        Assert.Same(Anna, agreement.ContactKnownAs("42"));
        Assert.Same(Night, agreement.ContactKnownAs("Night"));
        Assert.Null(agreement.ContactKnownAs("nobody"));
    }
}
