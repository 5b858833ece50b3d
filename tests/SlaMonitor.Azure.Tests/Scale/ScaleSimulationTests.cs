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
            Assert.InRange(more.ToldAfter(99), Duration.Zero, fewer.ToldAfter(99) / 1.8);
            Assert.True(more.ToldAfter(100) < fewer.ToldAfter(100));
            Assert.True(more.Recorded < fewer.Recorded);
        }
    }

    [Fact]
    public void Figures_AreThoseOfTheDocument()
    {
        var document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "scale.md"));

        var measured = string.Join('\n', Cases.Value.Select(Row));

        Assert.True(
            string.Equals(measured, string.Join('\n', SimulatedRow().Matches(document).Select(row => row.Value)), StringComparison.Ordinal),
            $"The table of docs/scale.md has to be:\n{measured}");
    }

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
