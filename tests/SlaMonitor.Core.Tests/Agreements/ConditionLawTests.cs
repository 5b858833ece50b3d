using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Agreements;

public sealed class ConditionLawTests
{
    private static readonly Gen<string> AnyName = Gen.Int[0, 3].Select(i => new[] { "a", "A", "b", "c" }[i]);
    private static readonly Gen<string[]> AnyNames = AnyName.Array[0, 2];

    private static readonly Gen<Condition> AnyCondition = Gen.Select(
        Gen.Bool.Nullable(), Gen.Enum<TicketPriority>().Array[0, 2], AnyNames, AnyNames, AnyNames, AnyNames,
        (emergency, priorities, categories, tags, groups, customers) => new Condition
        {
            Emergency = emergency,
            Priorities = priorities,
            Categories = categories,
            Tags = tags,
            Groups = groups,
            Customers = customers,
        });

    private static readonly Gen<TicketFacts> AnyFacts = Gen.Select(
        Gen.Bool, Gen.Enum<TicketPriority>(), AnyName.Null(), AnyNames, AnyName.Null(), AnyName.Null(),
        (emergency, priority, category, tags, group, customer) => new TicketFacts
        {
            Source = "a",
            Emergency = emergency,
            Priority = priority,
            Category = category,
            Tags = tags,
            Group = group,
            Customer = customer,
        });

    [Fact]
    public void Holds_AnyTicket_IsWhatTheDefinitionSays() => Gen.Select(AnyCondition, AnyFacts).Sample((condition, facts) =>
    {
        bool Among(IReadOnlyList<string> wanted, params string?[] values) =>
            wanted.Count == 0 || wanted.Intersect(values.OfType<string>(), StringComparer.OrdinalIgnoreCase).Any();

        var expected = (condition.Emergency ?? facts.Emergency) == facts.Emergency
            && (condition.Priorities.Count == 0 || condition.Priorities.Contains(facts.Priority))
            && Among(condition.Categories, facts.Category) && Among(condition.Tags, [.. facts.Tags])
            && Among(condition.Groups, facts.Group) && Among(condition.Customers, facts.Customer);

        Assert.Equal(expected, condition.Holds(facts));
    });

    [Fact]
    public void Mismatch_AnyTicket_IsGivenExactlyWhereTheConditionDoesNotHold() =>
        Gen.Select(AnyCondition, AnyFacts).Sample((condition, facts) =>
        {
            var mismatch = condition.Mismatch(facts);

            Assert.Equal(condition.Holds(facts), mismatch is null);
            Assert.NotEqual(string.Empty, mismatch);
        });

    [Fact]
    public void Mismatch_SeveralParts_NamesEachThatDoesNotHold()
    {
        var condition = new Condition
        {
            Emergency = true,
            Categories = ["network"],
            Tags = ["vip", "gold"],
            Groups = ["core"],
            Sources = ["/other"],
        };
        var facts = new TicketFacts { Source = "/test", Group = "CORE", Category = "printer" };

        Assert.Equal(
            "it is no emergency; category is printer, not network; it has no tags, not vip or gold; source is /test, not /other",
            condition.Mismatch(facts));
    }

    [Fact]
    public void Holds_AnyNumberOfParts_AllocatesNothing()
    {
        var condition = new Condition
        {
            Emergency = false,
            Priorities = [TicketPriority.High, TicketPriority.Normal],
            Categories = ["x", "printer"],
            Tags = ["y", "vip"],
            Groups = ["core"],
            Customers = ["acme"],
            Sources = ["/test"],
        };
        var facts = new TicketFacts { Source = "/test", Group = "core", Category = "printer", Customer = "ACME", Tags = ["gold", "VIP"] };
        Assert.True(condition.Holds(facts));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) _ = condition.Holds(facts);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
