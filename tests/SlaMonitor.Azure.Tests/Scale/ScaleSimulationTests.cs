using System.Globalization;
using System.Text.RegularExpressions;

namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>How long it takes to tell of 10,000 tickets that are due at once, which docs/scale.md says.</summary>
public sealed partial class ScaleSimulationTests
{
    private const int Tickets = 10_000;

    private static readonly Lazy<IReadOnlyList<Case>> Cases = new(RunAll);

    [Fact]
    public void AnyNumberOfEvaluators_NobodyIsToldTwiceAndNobodyMissed() => Assert.All(Cases.Value, one =>
    {
        var told = one.Figures.Told.Select(telling => telling.Notification).ToList();
        Assert.Equal((Tickets, Tickets), (told.Count, told.Distinct(StringComparer.Ordinal).Count()));
    });

    [Fact]
    public void MoreEvaluators_WithShardsOfTheirOwn_TellSooner()
    {
        var shared = Cases.Value.Where(one => one.Shared && one.Evaluators == one.Notifiers).Select(one => one.Figures).ToList();

        Assert.Equal(3, shared.Count);
        foreach (var (fewer, more) in shared.Zip(shared.Skip(1)))
        {
            Assert.InRange(more.ToldAfter(99), Duration.Zero, fewer.ToldAfter(99) / 1.5);
            Assert.True(more.ToldAfter(100) < fewer.ToldAfter(100));
            Assert.True(more.Recorded < fewer.Recorded);
        }
    }

    /// <summary>
    /// Which of two that come at the same moment is first is not the same in every run. It moves a time by some hundredths of a second,
    /// which can be just what rounds it up or down, and where all evaluators want the same tickets it moves counts by one in ten thousand.
    /// </summary>
    [Fact]
    public void Figures_AreThoseOfTheDocument()
    {
        var document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "scale.md"));
        var said = SimulatedRow().Matches(document).Select(row => row.Value).ToList();
        var measured = Cases.Value.Select(Row).ToList();

        Assert.True(
            said.Count == measured.Count && said.Zip(measured).All(rows => SaysTheSame(rows.First, rows.Second)),
            $"The table of docs/scale.md has to be:\n{string.Join('\n', measured)}");
    }

    [Theory]
    [InlineData("| 1 | 1 | own | 283 s | 200 |", "| 1 | 1 | own | 282 s | 200 |", true)]
    [InlineData("| 1 | 1 | own | 283 s | 200 |", "| 1 | 1 | own | 281 s | 200 |", false)]
    [InlineData("| 1 | 1 | own | 283 s | 200 |", "| 1 | 1 | own | 283 s | 201 |", false)]
    [InlineData("| 1 | 1 | own | 283 s | 200 |", "| 1 | 1 | own | 283 s |", false)]
    [InlineData("| 4 | 4 | all | 8 s | 14,999 |", "| 4 | 4 | all | 8 s | 15,000 |", true)]
    [InlineData("| 4 | 4 | all | 8 s | 14,999 |", "| 4 | 4 | all | 8 s | 15,020 |", false)]
    public void ARow_MayDifferByASecondOrAThousandthOnly(string said, string measured, bool same) =>
        Assert.Equal(same, SaysTheSame(said, measured));

    private static bool SaysTheSame(string said, string measured)
    {
        var saidCells = said.Split('|', StringSplitOptions.TrimEntries);
        var measuredCells = measured.Split('|', StringSplitOptions.TrimEntries);
        return saidCells.Length == measuredCells.Length && saidCells.Zip(measuredCells).All(cells =>
            string.Equals(cells.First, cells.Second, StringComparison.Ordinal)
            || (InSeconds(cells.First) is { } one && InSeconds(cells.Second) is { } other && Math.Abs(one - other) <= 1)
            || (Count(cells.First) is { } count && Count(cells.Second) is { } found && Math.Abs(count - found) * 1_000 <= count));
    }

    private static int? InSeconds(string cell) =>
        cell.EndsWith(" s", StringComparison.Ordinal) ? int.Parse(cell[..^2], CultureInfo.InvariantCulture) : null;

    private static int? Count(string cell) =>
        int.TryParse(cell, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static Case[] RunAll()
    {
        var prepared = ScaleRun.Prepare(Tickets);
        (int Evaluators, int Notifiers, bool Shared)[] cases =
            [(1, 1, true), (2, 2, true), (4, 4, true), (1, 4, true), (4, 1, true), (4, 4, false)];
        return [.. cases.Select(one =>
            new Case(one.Evaluators, one.Notifiers, one.Shared, ScaleRun.Run(prepared, one.Evaluators, one.Notifiers, one.Shared)))];
    }

    private static string Row(Case one) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {one.Evaluators} | {one.Notifiers} | {(one.Shared ? "own" : "all")} | {Seconds(one.Figures.ToldAfter(99))} "
        + $"| {Seconds(one.Figures.ToldAfter(100))} | {Seconds(one.Figures.Recorded)} | {one.Figures.Mails:N0} "
        + $"| {one.Figures.TableRequests:N0} | {one.Figures.Conflicts:N0} |");

    private static string Seconds(Duration duration) => $"{duration.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)} s";

    [GeneratedRegex(@"^\| \d+ \| \d+ \| (own|all) \| .*\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SimulatedRow();

    private sealed record Case(int Evaluators, int Notifiers, bool Shared, ScaleFigures Figures);
}
