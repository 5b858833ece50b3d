namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>
/// A slice of what <c>dotnet run --project tests/SlaMonitor.EndToEnd -- fuzz</c> does at length: docs/reliability.md has the figures. How
/// long an answer takes is not judged here, since the machine may be busy.
/// </summary>
public sealed class FuzzTests
{
    private const int Inputs = 6_000;

    [Fact]
    public async Task ThousandsOfHostileInputs_AtEveryDoor_NoneFailsIt()
    {
        var record = await FuzzRun.PlayAsync(new FuzzPlan(Inputs, Seed: 15), _ => { }, CancellationToken.None);

        Assert.True(record.Faults.IsEmpty, $"{record}\n{string.Join('\n', record.Faults)}\n{record.Log}");
        Assert.Equal(Inputs, record.Count);

        // A fuzz of which everything is refused, or nothing is, tests nothing.
        Assert.All(["events", "webhooks", "delivery reports", "acknowledge"], door =>
        {
            Assert.InRange(record.Answers(door, 2), Inputs / 100, Inputs);
            Assert.InRange(record.Answers(door, 4), Inputs / 100, Inputs);
        });
        Assert.All(Route.All, route => Assert.InRange(record.Answers(route.Template, 4), 1, Inputs));
    }
}
