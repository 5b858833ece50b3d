using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Agreements;

public sealed class ConditionLawTests
{
    private static readonly Gen<string> AnyName = Gen.Int[0, 3].Select(i => new[] { "a", "A", "b", "c" }[i]);
    private static readonly Gen<string[]> AnyNames = AnyName.Array[0, 2];

    private static readonly Gen<Condition> AnyFlat = Gen.Select(
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

    /// <summary>Conditions with alternatives and exceptions, which have some of their own.</summary>
    private static readonly Gen<Condition> AnyCondition = Nested(Nested(AnyFlat));

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
        static bool Expected(Condition condition, TicketFacts facts) =>
            (condition.Emergency ?? facts.Emergency) == facts.Emergency
            && (condition.Priorities.Count == 0 || condition.Priorities.Contains(facts.Priority))
            && Among(condition.Categories, facts.Category) && Among(condition.Tags, [.. facts.Tags])
            && Among(condition.Groups, facts.Group) && Among(condition.Customers, facts.Customer)
            && (condition.Any.Count == 0 || condition.Any.Any(one => Expected(one, facts)))
            && (condition.Not is null || !Expected(condition.Not, facts));

        static bool Among(IReadOnlyList<string> wanted, params string?[] values) =>
            wanted.Count == 0 || wanted.Intersect(values.OfType<string>(), StringComparer.OrdinalIgnoreCase).Any();

        Assert.Equal(Expected(condition, facts), condition.Holds(facts));
    });

    [Fact]
    public void Mismatch_AnyTicket_IsGivenExactlyWhereTheConditionDoesNotHold() =>
        Gen.Select(AnyCondition, AnyFacts).Sample((condition, facts) =>
        {
            var mismatch = condition.Mismatch(facts);

            Assert.Equal(condition.Holds(facts), mismatch is null);
            Assert.NotEqual(string.Empty, mismatch);
        });

    /// <summary>A warning that one condition takes all of another, or none of it, is never wrong.</summary>
    [Fact]
    public void CoversAndCanMeet_AnyTwoConditions_AreTrueOfEveryTicket() =>
        Gen.Select(AnyCondition, AnyCondition, AnyFacts).Sample(
            (one, other, facts) =>
            {
                if (one.Covers(other) && other.Holds(facts)) Assert.True(one.Holds(facts));
                if (!one.CanMeet(other)) Assert.False(one.Holds(facts) && other.Holds(facts));
            },
            iter: 20_000);

    /// <summary>The answers are not always "nobody knows": among flat conditions all of them are exact.</summary>
    [Fact]
    public void Covers_ConditionWithFewerValuesOrMoreParts_IsCovered() => Gen.Select(AnyFlat, AnyFlat).Sample((one, more) =>
    {
        Assert.True(one.Covers(one));
        Assert.True(one.Covers(one with { Any = [more] }));
        Assert.True(one.Covers(one with { Not = more }));
        Assert.True(new Condition { Any = [one, more] }.Covers(more));
        Assert.False(new Condition { Not = more }.CanMeet(more));
        Assert.Equal(one.Specificity == 0, one.Covers(Condition.Always));
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
            Any = [new Condition { Groups = ["other"] }, new Condition { Not = new Condition { Tags = ["silver"] } }],
            Not = new Condition { Customers = ["nobody"] },
        };
        var facts = new TicketFacts { Source = "/test", Group = "core", Category = "printer", Customer = "ACME", Tags = ["gold", "VIP"] };
        Assert.True(condition.Holds(facts));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) _ = condition.Holds(facts);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Gen<Condition> Nested(Gen<Condition> inner) => Gen.Select(
        AnyFlat, inner.Array[0, 2], inner.Null(), (flat, any, not) => flat with { Any = any, Not = not });
}
