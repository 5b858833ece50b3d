using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies;

public sealed class PolicyTests
{
    public static TheoryData<string, string> EachOnEachSet()
    {
        var all = new TheoryData<string, string>();
        foreach (var policy in Policy.All)
        {
            foreach (var set in Snapshot.Sets) all.Add(policy.Name, set);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(EachOnEachSet))]
    public void Policy_OnWhatIsDescribed_FindsNothing(string policy, string set) =>
        Assert.Empty(Policy.All.Single(one => one.Name == policy).Findings(Snapshot.Kept(set)));
}
