using SlaMonitor.Core.Comparing;
using SlaMonitor.Mails.Comparisons;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports.Data;

namespace SlaMonitor.Cli.Replaying.Against;

/// <summary><c>changes.csv</c>: each promise that comes to something else, in a line; <c>none</c> where nothing is promised.</summary>
internal static class ChangeCsv
{
    public const string Header =
        "ticket,metric,cycle,from,to,fromTarget,toTarget,fromElapsedSeconds,toElapsedSeconds,fromBudgetSeconds,toBudgetSeconds,"
        + "fromDueAt,toDueAt,fromVersion,toVersion,reasons,why";

    private const string None = "none";

    private static readonly ComparisonWords Words = ComparisonWords.For(Wording.Languages[0]);

    public static void WriteAll(string path, IEnumerable<ClockChange> changes)
    {
        using var writer = new StreamWriter(path);
        foreach (var change in changes) Write(writer, change);
    }

    private static void Write(StreamWriter writer, ClockChange change)
    {
        var (from, to) = (change.From, change.To);
        CsvText.WriteLine(
            writer,
            $"{change.TicketId},{change.Metric},{change.Cycle},{StateOf(from)},{StateOf(to)},{from?.Target},{to?.Target},"
            + $"{from?.Elapsed.TotalSeconds},{to?.Elapsed.TotalSeconds},{from?.Budget.TotalSeconds},{to?.Budget.TotalSeconds},"
            + $"{from?.DueAt},{to?.DueAt},{from?.Version},{to?.Version},{string.Join(' ', change.Reasons.Select(ReportNames.Of))},"
            + $"{Words.Why(change)}");
    }

    private static string StateOf(ComparedClock? clock) => clock is null ? None : ReportNames.Of(clock.State);
}
