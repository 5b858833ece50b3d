using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.EndToEnd.Crash;

/// <summary>
/// A slice of what <c>dotnet run --project tests/SlaMonitor.EndToEnd -- crash</c> does at length: docs/reliability.md has the figures.
/// </summary>
public sealed class CrashTests
{
    [SkippableTheory]
    [InlineData(nameof(CrashSetup.Sqlite), 4)]
    [InlineData(nameof(CrashSetup.Two), 2)]
    public async Task KilledUnderLoad_WhileMailServersMisbehave_NothingIsLostAndNobodyIsToldTwice(string setup, int kills)
    {
        var plan = new CrashPlan(Enum.Parse<CrashSetup>(setup), kills, Seed: 15);
        Skip.If(plan.OnTables && Azurite.Missing is not null, Azurite.Missing);
        await using var azurite = plan.OnTables ? await Azurite.StartAsync() : null;

        var verdict = await CrashVerdict.OfAsync(plan, azurite, CancellationToken.None);

        var faults = verdict.Faults();
        Assert.True(faults.Count == 0, $"{verdict}\n{string.Join('\n', faults)}");
        Assert.Equal(kills, verdict.Outcome.Kills);
        Assert.NotEmpty(verdict.Undisturbed.Recorded);
    }
}
