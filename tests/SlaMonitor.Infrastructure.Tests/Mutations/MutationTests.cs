using SlaMonitor.Infrastructure.Tests.Bicep;
using SlaMonitor.Infrastructure.Tests.Policies;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Mutations;

/// <summary>
/// A policy that nothing breaks may look at nothing. So each mistake is made in a copy of <c>infra/</c>, and its policy, and
/// no other, has to find it.
/// </summary>
public sealed class MutationTests(BicepServer bicep) : IClassFixture<BicepServer>
{
    public static TheoryData<string, string> EachMistake()
    {
        var all = new TheoryData<string, string>();
        foreach (var mistake in Mistakes.All) all.Add(mistake.What, mistake.Policy);
        return all;
    }

    [SkippableTheory]
    [MemberData(nameof(EachMistake))]
    public async Task Mistake_SeededInBicep_IsFoundByItsPolicyAlone(string mistake, string policy)
    {
        BicepCli.SkipWithout();
        var seed = Mistakes.All.Single(one => one.What == mistake);
        using var copy = new InfraCopy();
        copy.Replace(copy.PathOf(seed.File), seed.Text, seed.By);

        var snapshot = Snapshot.Of(await bicep.SnapshotAsync(copy.ParameterFile(seed.Set)));

        Assert.Equal([policy], Policy.All.Where(one => one.Findings(snapshot).Any()).Select(one => one.Name));
    }

    [Fact]
    public void Policy_HasAMistakeThatItFinds() =>
        Assert.Empty(Policy.All.Select(policy => policy.Name).Except(Mistakes.All.Select(mistake => mistake.Policy)));
}
