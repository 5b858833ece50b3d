using NodaTime;
using SlaMonitor.Agreements;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Cli.Running;
using SlaMonitor.Mails.Summaries;
using Spectre.Console;

namespace SlaMonitor.Cli.Checking;

/// <summary>Problems and summaries for people.</summary>
internal sealed class CheckText(IAnsiConsole console, string language, Instant now)
{
    private readonly SummaryLabels _labels = SummaryLabels.For(language);

    public void Write(AgreementLoad load)
    {
        foreach (var problem in load.Problems)
        {
            var colour = problem.Severity == ProblemSeverity.Error ? Color.Red : Color.Yellow;
            Terminal.Line(console, problem.ToString(), new Style(colour));
        }

        foreach (var summary in CheckedAgreements.Summaries(load, now, language)) Write(summary);

        Terminal.Line(console, CheckedAgreements.Verdict(load), Terminal.Bold);
    }

    private void Write(AgreementSummary summary)
    {
        Terminal.Line(console, $"{summary.Agreement} v{summary.Version}  {summary.Title}", Terminal.Bold);
        foreach (var sentence in summary.Standing) Terminal.Line(console, sentence);

        console.WriteLine();
        var promises = Terminal.Table(_labels.Promises);
        foreach (var promise in summary.Promises)
        {
            promises.AddRow(
                new Text(promise.Target), new Text(promise.Tickets), new Text(promise.Metric), new Text(promise.Within),
                new Text(promise.Calendar));
        }

        console.Write(promises);
        Section(_labels.Calendars, summary.Calendars);
        Section(_labels.OnCall, summary.OnCall);
        Section(_labels.Escalations, summary.Escalations);
        console.WriteLine();
    }

    private void Section(string name, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0) return;

        console.WriteLine();
        Terminal.Line(console, name, Terminal.Bold);
        foreach (var sentence in sentences) Terminal.Line(console, $"  {sentence}");
    }
}
