using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Cli.Checking;

/// <summary>
/// Problems as workflow commands, which GitHub shows beside the lines of a pull request:
/// https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
/// </summary>
internal static class GitHubAnnotations
{
    public static void Write(IReadOnlyList<AgreementProblem> problems, TextWriter output)
    {
        foreach (var problem in problems)
        {
            var command = problem.Severity == ProblemSeverity.Error ? "error" : "warning";
            output.WriteLine(
                $"::{command} file={Property(problem.Place.File)},line={problem.Place.Line},col={problem.Place.Column}"
                + $"::{Data(problem.Message)}");
        }
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
