using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting;
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

    /// <summary>What the countdown is: what is left, or what it is over by; where there is nothing to count, that.</summary>
    public required string Text { get; init; }

    /// <summary>What is left of it; <c>null</c> where there is nothing to count.</summary>
    public Countdown? Left { get; init; }

    /// <summary>The instant that it stands at.</summary>
    public required Instant At { get; init; }

    /// <summary>What is promised; <c>null</c> where no promise is open.</summary>
    public string? Promise { get; init; }

    /// <summary>When that was so; <c>null</c> where no promise is open.</summary>
    public string? AsOf { get; init; }

    /// <summary>What is to be known of it: when it is due, who has it.</summary>
    public IReadOnlyList<LabelledText> Facts { get; init; } = [];

    /// <summary>
    /// What tells the badge as it is from another. The time alone makes no other, since the script counts that down by itself.
    /// </summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', [Tone.Name, Tone.Word, Text, Promise, Left?.WithoutTime(), .. Facts]))))[..16];

    /// <summary>The badge of a ticket.</summary>
    /// <param name="promises">Those of its promises whose clocks go on.</param>
    /// <param name="hasClocks">Whether it has any clock, ended or not.</param>
    /// <param name="now">The instant that they stand at.</param>
    /// <param name="language">The reader's language, as a BCP 47 tag.</param>
    public static TicketBadge Of(IReadOnlyList<OpenPromise> promises, bool hasClocks, Instant now, string language)
    {
        ArgumentNullException.ThrowIfNull(promises);

        var wording = Wording.For(language);
        if (promises.Count == 0)
        {
            var none = hasClocks ? wording.Board.NothingOpen : wording.Board.NoClock;
            return new TicketBadge { Language = wording.Language, Tone = Tone.Quiet(wording.Labels.None), Text = none, At = now };
        }

        // What can still be kept goes before what is broken, and what is due first before all else.
        var first = promises
            .OrderBy(one => one.State == ClockState.Breached)
            .ThenBy(one => one.Outcome.DueAt ?? Instant.MaxValue)
            .First();
        return new TicketBadge
        {
            Language = wording.Language,
            Tone = BoardTone.Of(first.State, first.IsAtRisk, wording),
            Text = first.State == ClockState.Breached ? wording.Labels.Over : wording.Labels.Left,
            Left = Countdown.Of(first),
            At = now,
            Promise = first.Target is { } target ? wording.Promise(target) : null,
            AsOf = first.Agreement is { } terms ? wording.Board.AsOf(wording.Of(now.InZone(terms.TimeZone))) : null,
            Facts = first.Agreement is { } agreement ? [.. FactsOf(first, agreement.TimeZone, wording)] : [],
        };
    }

    /// <summary>The page, for a side panel.</summary>
    /// <param name="styleUrl">The style sheet.</param>
    /// <param name="scriptUrl">The script that counts down.</param>
    /// <param name="ticketUrl">The page of the ticket on the board.</param>
    public string Html(string styleUrl, string scriptUrl, string ticketUrl)
    {
        var facts = string.Concat(Facts.Select(fact =>
            $"<div><dt>{Encoded(fact.Label)}</dt><dd><bdi>{Encoded(fact.Text)}</bdi></dd></div>"));
        var promise = Promise is null ? string.Empty : $"<p>{Encoded(Promise)}</p>";
        var timer = Left is null
            ? string.Empty
            : $" <span role=\"timer\" data-left=\"{Left.Seconds}\" data-counts=\"{(Left.IsCounting ? "1" : "")}\" "
                + $"data-changes=\"{Left.ChangesAt}\">{Left.Text}</span>";
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
            <script src="{Encoded(scriptUrl)}" defer></script>
            </head>
            <body class="badge {Tone.Name}">
            <main id="live" data-now="{Countdown.Milliseconds(At)}" data-mark="{Mark}" data-every="60">
            <h1><span class="state"><span aria-hidden="true">{Tone.Sign}</span> {Encoded(Tone.Word)}</span> {Encoded(Text)}{timer}</h1>
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
        var text = Left is null ? Text : $"{Text} {Left.Text}";
        var (left, right) = (Width(Tone.Word), Width(text));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" role="img"
              width="{left + right}" height="{Height}" viewBox="0 0 {left + right} {Height}">
            <title>{Encoded($"{Tone.Word}: {text}")}</title>
            <rect width="{left}" height="{Height}" fill="{Tone.Color}"/><rect x="{left}" width="{right}" height="{Height}" fill="#1a2027"/>
            <g fill="#ffffff" font-family="system-ui,sans-serif" font-size="13" text-anchor="middle">
            <text x="{left / 2}" y="16" font-weight="700">{Encoded(Tone.Word)}</text>
            <text x="{left + (right / 2)}" y="16">{Encoded(text)}</text>
            </g>
            </svg>

            """);
    }

    private static IEnumerable<LabelledText> FactsOf(OpenPromise promise, DateTimeZone zone, Wording wording)
    {
        if (promise.Outcome.DueAt is { } due) yield return new LabelledText(wording.Labels.Due, wording.Of(due.InZone(zone)));
        if (promise.Taken is { } taken)
        {
            yield return new LabelledText(
                wording.Labels.Acknowledged, wording.TakenBy(HarmlessText.Of(taken.By, LongestText), taken.Until.InZone(zone)));
        }
    }

    /// <summary>How wide a text is about: nobody measures it, and fonts differ.</summary>
    private static int Width(string text) => text.Sum(character => character >= 0x2E80 ? 14 : 8) + (2 * Padding);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
