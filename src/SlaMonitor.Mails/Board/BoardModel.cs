using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>Everything that the board says, in words, ready for its template.</summary>
public sealed record BoardModel
{
    /// <summary>The most promises of a part: a page is to be quick on a phone.</summary>
    private const int MostRows = 50;

    private const int MostOnWall = 8;
    private const int MostOptions = 200;
    private const int LongestText = 80;

    /// <summary>The language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The board's own words.</summary>
    public required BoardWords Words { get; init; }

    /// <summary>The words that mails and pages have in common.</summary>
    public required Labels Labels { get; init; }

    /// <summary>When the page was made.</summary>
    public required string AsOf { get; init; }

    /// <summary>The same in milliseconds of Unix time, for the script.</summary>
    public required string Now { get; init; }

    /// <summary>What tells this board from another (<see cref="BoardSheet.Mark"/>), for the script; empty while it is worked out.</summary>
    public string Mark { get; init; } = string.Empty;

    /// <summary>Whether it hangs on a wall.</summary>
    public required bool IsWall { get; init; }

    /// <summary>How many stand how.</summary>
    public required IReadOnlyList<BoardCount> Counts { get; init; }

    /// <summary>What the board can be narrowed by.</summary>
    public required IReadOnlyList<BoardChoice> Choices { get; init; }

    /// <summary>The standing that is asked for, to be kept when the board is narrowed further; empty for none.</summary>
    public required string Standing { get; init; }

    /// <summary>The parts.</summary>
    public required IReadOnlyList<BoardSection> Sections { get; init; }

    /// <summary>What stands where no part has a row; <c>null</c> where one has.</summary>
    public required string? Empty { get; init; }

    /// <summary>What the reader should know of the whole; <c>null</c> where there is nothing.</summary>
    public required string? Notice { get; init; }

    /// <summary>The board with everything.</summary>
    public required string AllUrl { get; init; }

    /// <summary>Whether less than everything is asked for.</summary>
    public required bool IsNarrowed { get; init; }

    /// <summary>Whether only what the reader has is shown.</summary>
    public required bool IsMine { get; init; }

    /// <summary>The same with what the reader has alone, or from there back.</summary>
    public required string MineUrl { get; init; }

    /// <summary>The same for a wall, or from there back.</summary>
    public required string OtherFormUrl { get; init; }

    /// <summary>The ways to the other pages.</summary>
    public required BoardMenu Menu { get; init; }

    /// <summary>The style sheet.</summary>
    public required string StyleUrl { get; init; }

    /// <summary>The script.</summary>
    public required string ScriptUrl { get; init; }

    /// <summary>Puts the board into words.</summary>
    public static BoardModel Of(BoardPage page)
    {
        ArgumentNullException.ThrowIfNull(page);

        var wording = Wording.For(page.Language);
        var narrowed = page.Promises.Where((page.Filter with { Standing = null }).Matches).ToList();
        var asked = narrowed.Where(page.Filter.Matches).ToList();
        var sections = SectionsOf(asked, page, wording).ToList();
        return new BoardModel
        {
            Language = wording.Language,
            Words = wording.Board,
            Labels = wording.Labels,
            AsOf = wording.Board.AsOf(wording.Of(page.AsOf.InZone(ZoneOf(page)))),
            Now = Countdown.Milliseconds(page.AsOf),
            IsWall = page.IsWall,
            Counts = CountsOf(narrowed, page, wording),
            Choices = ChoicesOf(page, wording),
            Standing = page.Filter.Standing is { } standing ? JsonNamingPolicy.CamelCase.ConvertName(standing.ToString()) : string.Empty,
            Sections = sections,
            Empty = sections.Count > 0 ? null : page.Promises.Count > 0 ? wording.Board.NothingMatches : wording.Board.NothingOpen,
            Notice = page.IsWhole ? null : wording.Board.OnlyFirst(page.Promises.Count),
            AllUrl = page.Address(new PromiseFilter(), page.IsWall, page.Language),
            IsNarrowed = page.Filter != new PromiseFilter(),
            IsMine = page.Filter.Mine is not null,
            MineUrl = page.Address(
                page.Filter with { Mine = page.Filter.Mine is null ? page.Frame.Name ?? string.Empty : null }, page.IsWall, page.Language),
            OtherFormUrl = page.Address(page.Filter, !page.IsWall, page.Language),
            Menu = BoardMenu.Of(page.Frame, BoardPlace.Now),
            StyleUrl = page.Frame.File(BoardFiles.Style),
            ScriptUrl = page.Frame.File(BoardFiles.Script),
        };
    }

    /// <summary>The same without what the passing of time changes by itself.</summary>
    internal BoardModel WithoutTime() => this with
    {
        AsOf = string.Empty,
        Now = string.Empty,
        Sections =
        [
            .. Sections.Select(section => section with
            {
                Rows = [.. section.Rows.Select(row => row with { Left = row.Left?.WithoutTime() })],
            }),
        ],
    };

    /// <summary>The zone of the one agreement, or else UTC.</summary>
    private static DateTimeZone ZoneOf(BoardPage page)
    {
        var zones = page.Promises.Select(promise => promise.Agreement?.TimeZone).OfType<DateTimeZone>().Distinct().Take(2).ToList();
        return zones.Count == 1 ? zones[0] : DateTimeZone.Utc;
    }

    private static List<BoardCount> CountsOf(List<OpenPromise> promises, BoardPage page, Wording wording)
    {
        var words = wording.Board;
        return
        [
            Count(words.All, "all", null),
            Count(words.Breached, "breach", PromiseStanding.Breached),
            Count(words.AtRisk, "warning", PromiseStanding.AtRisk),
            Count(words.Running, "clear", PromiseStanding.Running),
            Count(words.Paused, "quiet", PromiseStanding.Paused),
            Count(words.Provisional, "quiet", PromiseStanding.Provisional),
        ];

        BoardCount Count(string word, string style, PromiseStanding? standing)
        {
            var count = standing is { } one ? promises.Count(promise => PromiseFilter.Is(promise, one)) : promises.Count;
            var text = count.ToString(CultureInfo.InvariantCulture) + (page.IsWhole ? string.Empty : "+");
            return new BoardCount(
                word, text, style, page.Address(page.Filter with { Standing = standing }, page.IsWall, page.Language),
                page.Filter.Standing == standing);
        }
    }

    private static IEnumerable<BoardSection> SectionsOf(List<OpenPromise> promises, BoardPage page, Wording wording)
    {
        var most = page.IsWall ? MostOnWall : MostRows;
        (string Id, string Heading, PromiseStanding Standing, IEnumerable<OpenPromise> Promises)[] parts =
        [
            ("due", wording.Board.DueNext, PromiseStanding.Running, promises.Where(promise => promise.State == ClockState.Running)),
            // What has just broken can still be helped most.
            ("breached", wording.Board.Broken, PromiseStanding.Breached,
                promises.Where(promise => promise.State == ClockState.Breached).OrderByDescending(promise => promise.Outcome.DueAt)),
            ("paused", wording.Board.OnHold, PromiseStanding.Paused,
                promises.Where(promise => promise.State == ClockState.Paused).OrderBy(promise => promise.Left)),
        ];
        foreach (var (id, heading, standing, all) in parts)
        {
            var found = all.ToList();
            if (found.Count == 0) continue;

            var rest = found.Count - most;
            yield return new BoardSection(
                id, heading, [.. found.Take(most).Select(promise => BoardRow.Of(promise, page, wording))],
                rest > 0 ? wording.Board.AndMore(rest) : null,
                page.Address(page.Filter with { Standing = standing }, page.IsWall, page.Language));
        }
    }

    private static List<BoardChoice> ChoicesOf(BoardPage page, Wording wording)
    {
        var filter = page.Filter;
        return
        [
            Choice(BoardParameters.Customer, wording.Labels.Customer, filter.Customer, promise => promise.Outcome.Facts.Customer),
            Choice(BoardParameters.Group, wording.Board.Group, filter.Group, promise => promise.Outcome.Facts.Group),
            Choice(
                BoardParameters.Assignee, wording.Board.Who, filter.Assignee,
                promise => promise.Taken?.By ?? promise.Outcome.Facts.Assignee),
            Choice(BoardParameters.Target, wording.Board.Target, filter.Target, promise => promise.Outcome.TargetId),
            Choice(BoardParameters.Agreement, wording.Board.Agreement, filter.Agreement, promise => promise.Outcome.AgreementId),
        ];

        BoardChoice Choice(string name, string label, string? chosen, Func<OpenPromise, string?> value)
        {
            var values = page.Promises.Select(value).Append(chosen).OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.CurrentCultureIgnoreCase)
                .Take(MostOptions);
            return new BoardChoice(
                name,
                label,
                [
                    new BoardOption(string.Empty, wording.Board.All, chosen is null),
                    .. values.Select(one => new BoardOption(
                        one, HarmlessText.Of(one, LongestText), string.Equals(one, chosen, StringComparison.OrdinalIgnoreCase))),
                ]);
        }
    }
}
