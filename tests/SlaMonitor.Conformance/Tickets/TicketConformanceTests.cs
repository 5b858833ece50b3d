using Xunit.Abstractions;

namespace SlaMonitor.Conformance.Tickets;

public sealed class TicketConformanceTests(ITestOutputHelper output)
{
    private const string NoCases = "(no ticket cases in the folder)";
    private static readonly IReadOnlyList<CaseSource> Cases = CaseFolder.Read(TicketCase.IsOne);

    public static TheoryData<string> Ids => [.. Cases.Select(source => source.Id).DefaultIfEmpty(NoCases)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Answers_OfEachCase_AreTheExpectedOnesOrOurRules(string id)
    {
        foreach (var source in Cases.Where(source => string.Equals(source.Id, id, StringComparison.Ordinal)))
        {
            var (findings, notOurs) = TicketAnswers.To(source.Json);
            foreach (var name in notOurs) output.WriteLine($"{id}: not ours: {name}");

            var broken = findings.Where(finding => !finding.IsKept).ToList();
            if (CaseFolder.IsOwn && Differences.Known.TryGetValue(id, out var ours))
            {
                output.WriteLine($"{id}: {ours.Rule}; so {ours.Better}");
                Assert.Equal(ours.Answers, broken.Select(finding => (finding.Key, finding.Ours)));
            }
            else if (source.IsPeculiar && !CaseFolder.IsOwn)
            {
                foreach (var finding in broken) output.WriteLine($"{id}: peculiar, {finding}");
            }
            else
            {
                Assert.Empty(broken);
            }
        }
    }

    [Fact]
    public void OwnCases_AreAllAccountedFor()
    {
        if (!CaseFolder.IsOwn)
            return;

        var answered = Cases.Select(source => (source.Id, Answers: TicketAnswers.To(source.Json))).ToList();
        var notOurs = answered
            .Where(found => found.Answers.NotOurs.Count > 0)
            .ToDictionary(found => found.Id, found => string.Join(", ", found.Answers.NotOurs));
        var passed = answered.Where(
            found => found.Answers is { Findings: { Count: > 0 } findings, NotOurs.Count: 0 } && findings.All(finding => finding.IsKept));

        Assert.Equal(42, Cases.Count);
        Assert.Equal(Differences.NotOurs, notOurs);
        Assert.Equal(
            Cases.Select(source => source.Id).Order(StringComparer.Ordinal),
            passed.Select(found => found.Id).Concat(Differences.Known.Keys).Concat(notOurs.Keys).Order(StringComparer.Ordinal));
    }
}
