using System.Globalization;
using System.Net;
using NodaTime;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>
/// A ticket in one line, to be shown inside a helpdesk: how its most pressing promise stands, and what is left of it. It has neither title
/// nor customer, since whoever has its address may see it.
/// </summary>
public sealed record TicketBadge
{
    private const int LongestText = 60;
    private const int Height = 24;
    private const int Padding = 8;

    /// <summary>The language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>How the promise stands.</summary>
    public required Tone Tone { get; init; }

    /// <summary>What is left of it, or what it is over by; the state where there is nothing to count.</summary>
    public required string Text { get; init; }

    /// <summary>What is promised; <c>null</c> where no promise is open.</summary>
    public string? Promise { get; init; }

    /// <summary>When that was so; <c>null</c> where no promise is open.</summary>
    public string? AsOf { get; init; }

    /// <summary>What is to be known of it: when it is due, who has it.</summary>
    public IReadOnlyList<LabelledText> Facts { get; init; } = [];

    /// <summary>The badge of a ticket.</summary>
    /// <param name="clocks">Its clocks, explained.</param>
    /// <param name="language">The reader's language, as a BCP 47 tag.</param>
    public static TicketBadge Of(IReadOnlyList<ClockExplanation> clocks, string language)
    {
        ArgumentNullException.ThrowIfNull(clocks);

        var wording = Wording.For(language);
        var open = clocks.Where(clock => clock.EndedAt is null).ToList();
        if (open.Count == 0)
        {
            var none = clocks.Count == 0 ? wording.Board.NoClock : wording.Board.NothingOpen;
            return new TicketBadge { Language = wording.Language, Tone = Tone.Quiet(wording.Labels.None), Text = none };
        }

        // What can still be kept goes before what is broken, and what is due first before all else.
        var first = open.OrderBy(one => one.State == ClockState.Breached).ThenBy(one => one.Clock.DueAt ?? Instant.MaxValue).First();
        var isOver = first.Remaining < BusinessDuration.Zero;
        var label = isOver ? wording.Labels.Over : wording.Labels.Left;
        return new TicketBadge
        {
            Language = wording.Language,
            Tone = BoardTone.Of(first.State, IsAtRisk(first), wording),
            Text = $"{label} {wording.Of(isOver ? -first.Remaining : first.Remaining)}",
            Promise = wording.Promise(first.Clock.Target),
            AsOf = wording.Board.AsOf(wording.Of(first.AsOf.InZone(first.Clock.Agreement.TimeZone))),
            Facts = [.. FactsOf(first, wording)],
        };
    }

    /// <summary>The page, for a side panel.</summary>
    /// <param name="styleUrl">The style sheet.</param>
    /// <param name="ticketUrl">The page of the ticket on the board.</param>
    public string Html(string styleUrl, string ticketUrl)
    {
        var facts = string.Concat(Facts.Select(fact =>
            $"<div><dt>{Encoded(fact.Label)}</dt><dd><bdi>{Encoded(fact.Text)}</bdi></dd></div>"));
        var promise = Promise is null ? string.Empty : $"<p>{Encoded(Promise)}</p>";
        var asOf = AsOf is null ? string.Empty : $"<p class=\"soft\">{Encoded(AsOf)}</p>";
        return $"""
            <!DOCTYPE html>
            <html lang="{Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>SLA</title>
            <link rel="stylesheet" href="{Encoded(styleUrl)}">
            </head>
            <body class="badge {Tone.Name}">
            <main>
            <h1><span class="state"><span aria-hidden="true">{Tone.Sign}</span> {Encoded(Tone.Word)}</span> {Encoded(Text)}</h1>
            {promise}
            <dl>{facts}</dl>
            {asOf}
            <p class="links"><a href="{Encoded(ticketUrl)}" target="_blank" rel="noopener noreferrer">SlaMonitor</a></p>
            </main>
            </body>
            </html>

            """;
    }

    /// <summary>The picture: the state on its colour, and what is left beside it.</summary>
    public string Svg()
    {
        var (left, right) = (Width(Tone.Word), Width(Text));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" role="img"
              width="{left + right}" height="{Height}" viewBox="0 0 {left + right} {Height}">
            <title>{Encoded($"{Tone.Word}: {Text}")}</title>
            <rect width="{left}" height="{Height}" fill="{Tone.Color}"/><rect x="{left}" width="{right}" height="{Height}" fill="#1a2027"/>
            <g fill="#ffffff" font-family="system-ui,sans-serif" font-size="13" text-anchor="middle">
            <text x="{left / 2}" y="16" font-weight="700">{Encoded(Tone.Word)}</text>
            <text x="{left + (right / 2)}" y="16">{Encoded(Text)}</text>
            </g>
            </svg>

            """);
    }

    private static bool IsAtRisk(ClockExplanation explanation) =>
        explanation.Clock.WhenShareElapsed(Core.Reporting.Outcomes.ClockOutcome.RiskPercent) <= explanation.AsOf;

    private static IEnumerable<LabelledText> FactsOf(ClockExplanation explanation, Wording wording)
    {
        var (clock, zone) = (explanation.Clock, explanation.Clock.Agreement.TimeZone);
        if (clock.DueAt is { } due) yield return new LabelledText(wording.Labels.Due, wording.Of(due.InZone(zone)));
        if (clock.AcknowledgementAt(explanation.AsOf) is { } taken)
        {
            yield return new LabelledText(
                wording.Labels.Acknowledged, wording.TakenBy(HarmlessText.Of(taken.By, LongestText), taken.Until.InZone(zone)));
        }
    }

    /// <summary>How wide a text is about: nobody measures it, and fonts differ.</summary>
    private static int Width(string text) => text.Sum(character => character >= 0x2E80 ? 14 : 8) + (2 * Padding);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
