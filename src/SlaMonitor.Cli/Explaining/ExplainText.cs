using SlaMonitor.Cli.Running;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Timelines;
using Spectre.Console;

namespace SlaMonitor.Cli.Explaining;

/// <summary>A ticket's clocks for people.</summary>
internal sealed class ExplainText(IAnsiConsole console, string language)
{
    private const int LongestTitle = 200;

    /// <summary>What the two moments beside a timeline take.</summary>
    private const int BesideTheBar = 36;

    public void Write(TicketAssessment assessment, IReadOnlyList<ClockExplanation> explanations)
    {
        var ticket = assessment.Ticket;
        Terminal.Line(console, $"{ticket.Id}  {HarmlessText.OrNull(ticket.Title, LongestTitle)}".TrimEnd(), Terminal.Bold);
        var words = ExplainWords.For(language);
        Terminal.Line(console, words.GovernedBy(assessment.Governance));
        if (explanations.Count == 0) Terminal.Line(console, words.NothingPromised);

        foreach (var explanation in explanations)
        {
            console.WriteLine();
            var text = Lines(words.Explanation(explanation)).ToArray();
            Terminal.Line(console, text[0], new Style(ColourOf(explanation.State), decoration: Decoration.Bold));
            foreach (var line in text[1..]) Terminal.Line(console, line);

            console.WriteLine();
            var width = Math.Clamp(console.Profile.Width - BesideTheBar, 10, 100);
            var timeline = TimelineText.Of(ClockTimeline.Of(explanation), width, language);
            foreach (var line in timeline.Split(Environment.NewLine)) Terminal.Line(console, line);
        }
    }

    /// <summary>The lines of an explanation, without anything that a terminal obeys.</summary>
    public static IEnumerable<string> Lines(string text) => text.TrimEnd().ReplaceLineEndings("\n").Split('\n')
        .Select(line => (line.StartsWith(' ') ? "  " : string.Empty) + HarmlessText.Of(line, int.MaxValue));

    private static Color ColourOf(ClockState state) => state switch
    {
        ClockState.Met => Color.Green,
        ClockState.Breached => Color.Red,
        ClockState.Running => Color.Blue,
        _ => Color.Yellow,
    };
}
