using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Agreements;

public sealed class ConditionLawTests
{
    private static readonly Gen<string> AnyName = Gen.Int[0, 3].Select(i => new[] { "a", "A", "b", "c" }[i]);
    private static readonly Gen<string[]> AnyNames = AnyName.Array[0, 2];

    private static readonly Gen<FieldValue> AnyValue = Gen.Select(Gen.Int[0, 4], AnyName, Gen.Int[0, 4], Gen.Int[0, 3]).Select(
        (kind, name, least, length) => (FieldValue)(kind switch
        {
            0 => new FieldValue.Anything(),
            1 => new FieldValue.Between(least, least + length, false, length > 1, least > 1, "a range"),
            2 => new FieldValue.Between(null, least, false, true, length > 1, "at most"),
            3 => new FieldValue.Between(least, null, false, length > 1, true, "at least"),
            _ => new FieldValue.Exactly(length > 1 ? name : $"{least}"),
        }));

    private static readonly Gen<FieldCondition> AnyField =
        Gen.Select(AnyName, AnyValue.Array[1, 2], (name, values) => new FieldCondition(name, values));

    private static readonly Gen<Condition> AnyFlat = Gen.Select(
        AnyPlain, AnyNames, Gen.Bool.Nullable(), AnyNames, Gen.Enum<TicketStatus>().Array[0, 2], AnyField.Array[0, 2],
        (plain, assignees, assigned, requesters, statuses, fields) => plain with
        {
            Assignees = assignees,
            IsAssigned = assigned,
            Requesters = requesters,
            Statuses = statuses,
            Fields = fields,
        });

    private static Gen<Condition> AnyPlain => Gen.Select(
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
        AnyPlainFacts, AnyName.Null(), AnyNames, Gen.Enum<TicketStatus>(), Gen.Select(AnyName, Gen.Int[0, 9]).Array[0, 3],
        (plain, assignee, requesters, status, fields) => plain with
        {
            Assignee = assignee,
            Requesters = requesters.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Status = status,
            Fields = fields.DistinctBy(field => field.Item1.ToLowerInvariant())
                .ToDictionary(field => field.Item1, field => field.Item2 < 6 ? $"{field.Item2}" : "a", StringComparer.OrdinalIgnoreCase),
        });

    private static Gen<TicketFacts> AnyPlainFacts => Gen.Select(
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
            && Among(condition.Assignees, facts.Assignee) && Among(condition.Requesters, [.. facts.Requesters])
            && (condition.IsAssigned ?? facts.Assignee is not null) == facts.Assignee is not null
            && (condition.Statuses.Count == 0 || condition.Statuses.Contains(facts.Status!.Value))
            && condition.Fields.All(field => facts.Fields.Any(given =>
                string.Equals(given.Key, field.Name, StringComparison.OrdinalIgnoreCase)
                && field.Values.Any(one => one.Holds(given.Value))))
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
    public void Mismatch_PersonsStatusAndFields_NamesEachThatDoesNotHold()
    {
        var condition = new Condition
        {
            Assignees = ["li"],
            Requesters = ["boss@example.com"],
            Statuses = [TicketStatus.Open, TicketStatus.OnHold],
            Fields =
            [
                new("tier", [new FieldValue.Exactly("gold"), new FieldValue.Exactly("silver")]),
                new("seats", [new FieldValue.Between(50, null, false, true, true, ">= 50")]),
            ],
        };
        var facts = new TicketFacts
        {
            Source = "/test",
            Assignee = "wang",
            Status = TicketStatus.Pending,
            Fields = new Dictionary<string, string> { ["seats"] = "7" },
        };

        Assert.Equal(
            "assignee is wang, not li; requester is not known, wanted is boss@example.com; status is pending, not open or on hold; "
            + "field tier is not set, wanted is gold or silver; field seats is 7, not >= 50",
            condition.Mismatch(facts));
        Assert.Equal("nobody has it", new Condition { IsAssigned = true }.Mismatch(facts with { Assignee = null }));
        Assert.Equal("wang has it", new Condition { IsAssigned = false }.Mismatch(facts));
        Assert.Equal(
            "assignee li and requester boss@example.com and status open or on hold and field tier gold or silver and field seats >= 50",
            condition.Describe());
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
