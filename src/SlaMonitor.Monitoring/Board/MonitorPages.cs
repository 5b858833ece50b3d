using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Summaries;
using SlaMonitor.Monitoring.Health;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Monitoring.Board;

/// <summary>Makes the page about the monitor itself: how it is, who sends, what was given up, and which agreements are in force.</summary>
public sealed class MonitorPages(
    MonitorHealth health, DeadLetterDesk letters, LastDeliveries deliveries, IAgreementSource agreements, IClock clock)
{
    private const int MostLetters = 50;
    private const int LongestText = 300;

    /// <summary>The page.</summary>
    /// <param name="frame">The reader, and the addresses that all pages have in common.</param>
    /// <param name="connections">The connections of the monitor.</param>
    /// <param name="resendUrl">Where dead letters are sent again; <c>null</c>: the reader may not see them.</param>
    /// <param name="notice">What has become of what the reader did; <c>null</c> where they did nothing.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<PlacePage> MakeAsync(
        BoardFrame frame, IReadOnlyList<ShownConnection> connections, string? resendUrl, string? notice,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frame);

        var wording = Wording.For(frame.Language);
        var view = await health.LookAsync(cancellationToken);
        var book = await agreements.GetTermsAsync(cancellationToken);
        var zone = ZoneOf(book);
        return new PlacePage
        {
            Frame = frame,
            Place = BoardPlace.Monitor,
            Title = wording.Board.Monitor.Title,
            Lead = $"{wording.Board.AsOf(wording.Of(view.Now.InZone(zone)))} ({zone.Id})",
            Notice = notice,
            Parts =
            [
                StatusOf(view, wording, zone),
                ChecksOf(view, wording),
                await ConnectionsOfAsync(connections, view, wording, zone, cancellationToken),
                await LettersOfAsync(resendUrl, wording, zone, cancellationToken),
                .. AgreementsOf(book, frame.Language, wording),
                HolidaysOf(book, wording),
                CountsOf(view, wording),
            ],
        };
    }

    private static PlacePart StatusOf(HealthView view, Wording wording, DateTimeZone zone)
    {
        var words = wording.Board.Monitor;
        var lag = view.OldestDue is { } due && due < view.Now ? view.Now - due : Duration.Zero;
        return new PlacePart("status", words.Of((int)view.Status))
        {
            Facts =
            [
                Fact(words.LastEvaluation, Moment(view.LastEvaluation?.At), view.LastEvaluation is { Outcome: not "ok" } last
                    ? $"{last.Outcome} {last.Reason}" : null),
                Fact(words.Lag, lag == Duration.Zero ? words.None : Length(lag)),
                Fact(words.MailsSent, Moment(view.Mails?.LastSentAt), view.Mails?.LastFailure),
                Fact(words.Queue, view.Queue is { } queue ? Number(queue.Waiting) : words.None),
                Fact(words.DeadLetters, view.Queue is { } given ? Number(given.DeadLettered) : words.None),
                .. view.Disk is { } disk
                    ? [Fact(words.DiskFree, string.Create(CultureInfo.InvariantCulture, $"{disk.FreeBytes / (1L << 30)} GiB"))]
                    : Array.Empty<LabelledText>(),
            ],
            Items = [.. view.Problems.Select(Shown)],
            Empty = view.Problems.Count == 0 ? words.NoProblem : null,
        };

        string Moment(Instant? at) => at is { } known ? wording.Of(known.InZone(zone)) : words.Never;
    }

    /// <summary>What was looked at, the worst first, and all that is alike in one line.</summary>
    private static PlacePart ChecksOf(HealthView view, Wording wording) => new("checks", wording.Board.Monitor.Checks)
    {
        Lines =
        [
            .. view.Checks.GroupBy(check => check.Value, check => check.Key).OrderByDescending(alike => alike.Key)
                .Select(alike => new LabelledText(
                    wording.Board.Monitor.Of((int)alike.Key), string.Join(", ", alike.Order(StringComparer.Ordinal)))),
        ],
    };

    private async Task<PlacePart> ConnectionsOfAsync(
        IReadOnlyList<ShownConnection> connections, HealthView view, Wording wording, DateTimeZone zone,
        CancellationToken cancellationToken)
    {
        var words = wording.Board.Monitor;
        var rows = new List<PlaceRow>();
        foreach (var connection in connections)
        {
            var last = await deliveries.FindAsync(connection.Name, cancellationToken);
            var prefix = $"webhooks.{connection.Name}.";
            var counts = view.Counts.Where(count => count.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(count => $"{count.Key[prefix.Length..]} {Number(count.Value)}").ToList();
            rows.Add(new PlaceRow(
                connection.HasSecret ? string.Empty : "breach",
                new PlaceCell(Shown(connection.Name)) { Note = connection.Kind },
                [
                    new PlaceCell(last is { } at ? wording.Of(at.InZone(zone)) : words.Never) { Label = words.LastDelivery },
                    new PlaceCell(counts.Count == 0 ? words.None : Shown(string.Join(", ", counts))) { Label = words.Counted },
                    new PlaceCell(connection.HasSecret ? string.Empty : words.NoSecret) { Label = wording.Board.State, IsState = true },
                ]));
        }

        return new PlacePart("connections", words.Connections)
        {
            Columns = [words.Connection, words.LastDelivery, words.Counted, wording.Board.State],
            Rows = rows,
            Empty = rows.Count == 0 ? words.NoConnection : null,
        };
    }

    private async Task<PlacePart> LettersOfAsync(
        string? resendUrl, Wording wording, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var words = wording.Board.Monitor;
        var part = new PlacePart("dead-letters", words.DeadLetters);
        if (resendUrl is null) return part with { Empty = words.ForAdministrators };

        IReadOnlyList<DeadLetter> found;
        try
        {
            found = await letters.ListAsync(0, MostLetters, cancellationToken);
        }
        catch (QueueUnavailableException e)
        {
            return part with { Notice = Shown(e.Message) };
        }

        return part with
        {
            Columns = [words.Letter, words.Why, words.Given, string.Empty],
            Rows = [.. found.Select(letter => LetterRow(DeadLetterView.Of(letter, whole: false), resendUrl, wording, zone))],
            Empty = found.Count == 0 ? words.NoDeadLetter : null,
            Forms = found.Count < 2 ? [] : [new BoardForm(resendUrl, words.SendAllAgain)],
        };
    }

    private static PlaceRow LetterRow(DeadLetterView letter, string resendUrl, Wording wording, DateTimeZone zone)
    {
        var words = wording.Board.Monitor;
        var number = letter.Number.ToString(CultureInfo.InvariantCulture);
        return new PlaceRow(
            "breach",
            new PlaceCell(letter.Recipient is { } to ? Shown(to) : number) { Note = Shown(string.Join("; ", letter.Tells)) },
            [
                new PlaceCell(letter.Reason) { Label = words.Why, IsState = true, Note = Shown(letter.Description) },
                new PlaceCell(wording.Of(letter.EnqueuedAt.InZone(zone))) { Label = words.Given, Note = words.Tries(letter.Deliveries) },
                new PlaceCell(string.Empty)
                {
                    Form = new BoardForm(resendUrl, words.SendAgain)
                    {
                        Meaning = $"{words.SendAgain}: {number}",
                        Sends = [new LabelledText(MonitorFields.Number, number)],
                        IsQuiet = true,
                    },
                },
            ]);
    }

    private IEnumerable<PlacePart> AgreementsOf(AgreementBook book, string language, Wording wording)
    {
        var (words, now) = (wording.Board.Monitor, clock.GetCurrentInstant());
        yield return new PlacePart("agreements", words.Agreements)
        {
            Notice = agreements.Troubles.Count == 0 ? null : Shown(string.Join(' ', agreements.Troubles)),
            Columns = [wording.Board.Agreement, words.Version, words.EffectiveFrom, wording.Board.State],
            Rows =
            [
                .. from history in book.Agreements
                   from version in history.Versions
                   let isInForce = ReferenceEquals(history.VersionAt(now), version)
                   select new PlaceRow(
                       isInForce ? "clear" : string.Empty,
                       new PlaceCell(Shown(version.Title)) { Note = version.Id },
                       [
                           new PlaceCell(Number(version.Version)) { Label = words.Version, IsNumber = true },
                           new PlaceCell(version.EffectiveFrom.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))
                           {
                               Label = words.EffectiveFrom,
                           },
                           new PlaceCell(isInForce ? words.InForce : string.Empty) { Label = wording.Board.State, IsState = isInForce },
                       ]),
            ],
        };

        foreach (var history in book.Agreements)
        {
            foreach (var (before, after) in history.Versions.Zip(history.Versions.Skip(1)))
            {
                var differences = AgreementDifferences.Between(before, after, now, language);
                var heading = words.Differences(history.Id, before.Version, after.Version);
                yield return new PlacePart($"from-{history.Id}-{before.Version}", heading)
                {
                    Lines =
                    [
                        .. differences.Removed.Select(line => new LabelledText(words.Removed, Shown(line))),
                        .. differences.Added.Select(line => new LabelledText(words.Added, Shown(line))),
                    ],
                    Empty = differences.AreNone ? words.NoDifference : null,
                };
            }
        }
    }

    private PlacePart HolidaysOf(AgreementBook book, Wording wording)
    {
        var (words, now) = (wording.Board.Monitor, clock.GetCurrentInstant());
        var rows = (
            from history in book.Agreements
            let version = history.VersionAt(now)
            where version is not null
            from calendar in version.Calendars.Values
            from rule in calendar.Definition.Holidays
            where rule.List.CoveredTo is not null
            let until = rule.List.CoveredTo!.Value
            let left = Period.DaysBetween(now.InZone(version.TimeZone).Date, until)
            orderby until
            select new PlaceRow(
                left < 0 ? "breach" : left < 90 ? "warning" : string.Empty,
                new PlaceCell(Shown(rule.List.Name)) { Note = $"{history.Id} · {calendar.Id}" },
                [
                    new PlaceCell(until.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)) { Label = words.KnownUntil },
                    new PlaceCell(left < 90 ? words.RunsOut : string.Empty) { Label = wording.Board.State, IsState = true },
                ])).ToList();
        return new PlacePart("holidays", words.Holidays)
        {
            Columns = [words.HolidayList, words.KnownUntil, wording.Board.State],
            Rows = rows,
            Empty = rows.Count == 0 ? words.NoHolidayList : null,
        };
    }

    private static PlacePart CountsOf(HealthView view, Wording wording)
    {
        var words = wording.Board.Monitor;
        return new PlacePart("counts", words.Counts)
        {
            Lines = [.. view.Counts.Select(count => new LabelledText(Number(count.Value), Shown(count.Key)))],
            Empty = view.Counts.Count == 0 ? words.None : null,
        };
    }

    private static DateTimeZone ZoneOf(AgreementBook book) =>
        book.Agreements.Select(history => history.Versions[^1].TimeZone).Distinct().ToList() is [var one] ? one : DateTimeZone.Utc;

    private static LabelledText Fact(string label, string text, string? note = null) =>
        new(label, text) { Note = note is null ? null : Shown(note) };

    private static string Length(Duration lag) => string.Create(
        CultureInfo.InvariantCulture, $"{(long)lag.TotalHours}:{lag.Minutes:00}:{lag.Seconds:00}");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shown(string text) => HarmlessText.Of(text, LongestText);
}
