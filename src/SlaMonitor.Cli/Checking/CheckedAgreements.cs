using NodaTime;
using SlaMonitor.Agreements;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Mails.Summaries;

namespace SlaMonitor.Cli.Checking;

/// <summary>What there is to say of agreements that were loaded.</summary>
internal static class CheckedAgreements
{
    /// <summary>A summary of every version, agreement by agreement, earliest first; none where there is an error.</summary>
    public static IEnumerable<AgreementSummary> Summaries(AgreementLoad load, Instant now, string language) =>
        from history in load.Book?.Agreements ?? []
        from entry in history.Versions.Index()
        select AgreementSummary.Of(entry.Item, history.Versions.ElementAtOrDefault(entry.Index + 1), now, language);

    /// <summary>The last line: whether the files can be used.</summary>
    public static string Verdict(AgreementLoad load)
    {
        var errors = load.Problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        var found = $"{Count(errors, "error")}, {Count(load.Problems.Count - errors, "warning")}";
        if (load.Book is not { } book) return $"{found}: the agreements cannot be used as they are.";

        var versions = book.Agreements.Sum(history => history.Versions.Count);
        return $"{Count(book.Agreements.Count, "agreement")}, {Count(versions, "version")}: {found}.";
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? string.Empty : "s")}";
}
