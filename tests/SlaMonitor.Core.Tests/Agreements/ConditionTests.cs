using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Agreements;

public sealed class ConditionTests
{
    private static readonly TicketFacts Ticket = new()
    {
        Customer = "Acme",
        Priority = TicketPriority.High,
        Emergency = true,
        Category = "Network",
        Tags = ["vpn", "Berlin"],
        Group = "Second line",
        Source = "/desk",
    };

    public static TheoryData<Condition, string?> Table => new()
    {
        { Condition.Always, null },
        { new Condition { Emergency = true }, null },
        { new Condition { Emergency = false }, "it is an emergency" },
        { new Condition { Priorities = [TicketPriority.Urgent, TicketPriority.High] }, null },
        { new Condition { Priorities = [TicketPriority.Urgent] }, "priority is high, not urgent" },
        {
            new Condition { Priorities = [TicketPriority.Low, TicketPriority.Normal, TicketPriority.Urgent] },
            "priority is high, not low, normal or urgent"
        },
        { new Condition { Categories = ["NETWORK"] }, null },
        { new Condition { Categories = ["Printer"] }, "category is Network, not Printer" },
        { new Condition { Tags = ["other", "berlin"] }, null },
        { new Condition { Tags = ["other"] }, "tags are vpn, Berlin, not other" },
        { new Condition { Groups = ["second LINE"], Customers = ["acme"], Sources = ["/DESK"] }, null },
        {
            new Condition { Groups = ["First line"], Customers = ["Apex"], Sources = ["/mail"] },
            "group is Second line, not First line; customer is Acme, not Apex; source is /desk, not /mail"
        },
        { new Condition { Any = [new Condition { Emergency = false }, new Condition { Tags = ["vpn"] }] }, null },
        {
            new Condition { Any = [new Condition { Emergency = false }, new Condition { Tags = ["mail"], Groups = ["First line"] }] },
            "none of these holds: it is an emergency / tags are vpn, Berlin, not mail; group is Second line, not First line"
        },
        { new Condition { Not = new Condition { Emergency = false } }, null },
        {
            new Condition { Not = new Condition { Customers = ["Acme", "Apex"], Priorities = [TicketPriority.High] } },
            "it is one of those that are left out: priority high and customer Acme or Apex"
        },
        {
            new Condition
            {
                Not = new Condition
                {
                    Emergency = true,
                    Any = [new Condition { Categories = ["Network"] }, new Condition { Sources = ["/mail"] }],
                    Not = new Condition { Groups = ["First line"], Tags = ["mail"] },
                },
            },
            "it is one of those that are left out: "
            + "an emergency and (category Network / source /mail) and not (tag mail and group First line)"
        },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Mismatch_Ticket_SaysWhatDoesNotHold(Condition condition, string? reason) =>
        Assert.Equal(reason, condition.Mismatch(Ticket));

    [Fact]
    public void Mismatch_TicketThatSaysNothing_SaysThatItIsNotKnown()
    {
        var condition = new Condition { Emergency = true, Customers = ["Acme", "Apex"], Tags = ["vpn"] };

        Assert.Equal(
            "it is no emergency; it has no tags, not vpn; customer is not known, wanted is Acme or Apex",
            condition.Mismatch(new TicketFacts { Source = "/desk" }));
    }

    [Fact]
    public void CanMeet_DisjointValuesOfOnePart_Cannot()
    {
        var acme = new Condition { Customers = ["Acme"], Tags = ["vpn"] };

        Assert.True(acme.CanMeet(Condition.Always));
        Assert.True(acme.CanMeet(new Condition { Customers = ["ACME"], Tags = ["mail"] }));
        Assert.False(acme.CanMeet(new Condition { Customers = ["Apex"] }));
        Assert.False(new Condition { Emergency = true }.CanMeet(new Condition { Emergency = false }));
        Assert.True(new Condition { Emergency = true }.CanMeet(Condition.Always));
        Assert.True(Condition.Always.CanMeet(new Condition { Emergency = true }));
        Assert.True(new Condition { Emergency = true }.CanMeet(new Condition { Emergency = true }));
    }

    [Fact]
    public void Specificity_EveryPart_CountsOne()
    {
        Condition[] parts =
        [
            new() { Emergency = true }, new() { Priorities = [TicketPriority.Low] }, new() { Categories = ["a"] }, new() { Tags = ["a"] },
            new() { Groups = ["a"] }, new() { Customers = ["a"] }, new() { Sources = ["a"] },
            new() { Any = [new Condition { Tags = ["a"], Groups = ["a"] }] },
            new() { Not = new Condition { Tags = ["a"], Groups = ["a"] } },
        ];

        Assert.All(parts, part => Assert.Equal(1, part.Specificity));
    }

    [Fact]
    public void Specificity_CountsTheParts() =>
        Assert.Equal(
            (0, 1, 2),
            (
                Condition.Always.Specificity,
                new Condition { Customers = ["a", "b"] }.Specificity,
                new Condition { Emergency = false, Sources = ["/x"] }.Specificity));
}
