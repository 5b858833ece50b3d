using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests.Building;

/// <summary>A target or a policy that no ticket can ever come to is found when the file is read.</summary>
public sealed class NeverCountsTests
{
    private const string Match = "customer: { name: A, match: { customer: acme, priority: [high, urgent] } }";

    [Theory]
    [InlineData(
        Match, "{ customer: apex }", "every",
        "'one' never counts, because no ticket that 'match' of the customer lets in can match it; correct one of the two")]
    [InlineData(
        Match, "{ priority: low }", "every",
        "'one' never counts, because no ticket that 'match' of the customer lets in can match it; correct one of the two")]
    [InlineData(
        Match, "{ priority: [urgent, high] }", "{ tags: x }",
        "'two' never counts, because 'one' on line 8 matches every ticket of this agreement; put the one with the narrower 'when' first")]
    [InlineData(Match, "{ priority: urgent }", "{ tags: x }", null)]
    [InlineData(
        Match, "{ customer: [apex, ACME] }", "every",
        "'two' never counts, because 'one' on line 8 matches every ticket of this agreement; put the one with the narrower 'when' first")]
    [InlineData("", "{ customer: apex }", "every", null)]
    public void Load_TargetBesideMatch_IsWarnedOfWhereItNeverCounts(string match, string one, string two, string? warning) =>
        Assert.Equal(warning is null ? [] : [warning], Targets(match, one, two));

    [Theory]
    [InlineData("{ emergency: true }", "{ emergency: false }", "every", "'one' on line 8 and 'two' on line 9")]
    [InlineData("{ priority: [low, normal] }", "{ priority: [high, urgent] }", "{ tags: x }", "'one' on line 8 and 'two' on line 9")]
    [InlineData("{ emergency: true }", "{ priority: [low, normal, high, urgent] }", "every", "'one' on line 8 and 'two' on line 9")]
    [InlineData("{ emergency: true }", "{ emergency: false, tags: x }", "every", null)]
    [InlineData("{ priority: [low, normal] }", "{ priority: high }", "every", null)]
    [InlineData(
        "{ priority: [low, normal] }", "{ priority: high }", "{ priority: [normal, high] }", "'one' on line 8 and 'two' on line 9")]
    public void Load_TargetAfterSeveral_IsWarnedOfWhereTheyLeaveNothing(string one, string two, string three, string? by) => Assert.Equal(
        by is null
            ? []
            :
            [
                $"'three' never counts, because {by} match every ticket that this one is meant for; "
                + "put the one with the narrower 'when' first",
            ],
        Targets("", one, two, three));

    [Fact]
    public void Load_Policy_IsWarnedOfWhereItNeverCounts()
    {
        const string Policies = """

            escalation:
              - { when: { customer: apex }, steps: [{ at: due, notify: lead }] }
              - { when: { emergency: true }, steps: [{ at: due, notify: lead }] }
              - { when: { emergency: false }, steps: [{ at: due, notify: lead }] }
              - { steps: [{ at: due, notify: lead }] }
            """;

        Assert.Equal(
            [
                "this policy never counts, because no ticket that 'match' of the customer lets in can match it; correct one of the two",
                "this policy never counts, because the one on line 12 and the one on line 13 match every ticket that this one is "
                + "meant for; put the one with the narrower 'when' first",
            ],
            Warnings(Head(Match) + Target("one", "every") + Policies));
    }

    private static IEnumerable<string> Targets(string match, params string[] whens) =>
        Warnings(Head(match) + string.Concat(whens.Zip((string[])["one", "two", "three"], (when, id) => Target(id, when))));

    private static string Head(string match) =>
        $"agreement: a\neffectiveFrom: 2026-01-01\ntimeZone: UTC\ncontacts: {{ lead: {{ email: lead@example.com }} }}\n"
        + $"calendars: {{ c: 24x7 }}\n{match}\ntargets:\n";

    private static string Target(string id, string when) =>
        $"  - {{ id: {id}, metric: resolution, within: 1h, calendar: c{(when == "every" ? string.Empty : $", when: {when}")} }}\n";

    private static IEnumerable<string> Warnings(string yaml)
    {
        var load = TestFiles.Load(yaml);
        Assert.NotNull(load.Book);
        return load.Problems.Select(problem => problem.Message);
    }
}
