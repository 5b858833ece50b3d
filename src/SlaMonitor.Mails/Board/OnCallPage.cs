using NodaTime;
using NodaTime.Text;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>The page that says who is on call, now and in the coming weeks, and by which shifts are swapped.</summary>
public static class OnCallPage
{
    private const int LongestText = 120;
    private const int MostShifts = 60;
    private const string Local = "datetime-local";

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>A moment that a field says, in the agreement's zone; <c>null</c> where it says none.</summary>
    public static Instant? ReadMoment(string text, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Minute.Parse(text) is { Success: true } read ? read.Value.InZoneLeniently(zone).ToInstant() : null;
    }

    /// <summary>The page.</summary>
    /// <param name="frame">The reader, and the addresses that all pages have in common.</param>
    /// <param name="rotations">The rotations.</param>
    /// <param name="people">People who may stand in, by their addresses.</param>
    /// <param name="url">Where its forms post.</param>
    /// <param name="now">The present.</param>
    /// <param name="notice">What has become of what the reader did; <c>null</c> where they did nothing.</param>
    public static PlacePage Of(
        BoardFrame frame, IReadOnlyList<ShownRotation> rotations, IReadOnlyList<string> people, string url, Instant now, string? notice)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(rotations);

        var wording = Wording.For(frame.Language);
        return new PlacePage
        {
            Frame = frame,
            Place = BoardPlace.OnCall,
            Title = wording.Board.OnCall.Title,
            Lead = rotations.Count == 0 ? wording.Board.OnCall.NoRotation : null,
            Notice = notice,
            Parts = [.. rotations.Select((rotation, number) => Part(rotation, number, frame, url, now, wording))],
            People = people,
        };
    }

    /// <summary>What is said of who stands in for whom; <c>null</c> where it is their own turn.</summary>
    public static string? StandsIn(RotationShift shift, string language)
    {
        ArgumentNullException.ThrowIfNull(shift);
        if (shift.StandsInBy is not { } standIn) return null;

        var words = Wording.For(language).Board.OnCall;
        var said = words.InPlaceOf(HarmlessText.OrNull(shift.TurnOf, LongestText) ?? words.Nobody);
        return standIn.ChangedBy is { } by ? $"{said} · {words.ChangedBy(HarmlessText.Of(by, LongestText))}" : said;
    }

    private static PlacePart Part(ShownRotation rotation, int number, BoardFrame frame, string url, Instant now, Wording wording)
    {
        var (words, agreement, zone) = (wording.Board.OnCall, rotation.Agreement, rotation.Agreement.TimeZone);
        var gap = rotation.Shifts.FirstOrDefault(shift => shift.Member is null);
        var present = rotation.Shifts.FirstOrDefault(shift => shift.Span.Contains(now));
        var next = rotation.Shifts.FirstOrDefault(
            shift => shift.Span.Start > now && shift.Member is not null && shift.Member != present?.Member);
        return new PlacePart($"rotation-{number}", $"{HarmlessText.Of(rotation.Contact.Id, LongestText)} · {agreement.Id}")
        {
            Notice = gap is null ? null : words.GapFrom(wording.Of(gap.Span.Start.InZone(zone))),
            Facts =
            [
                new LabelledText(words.Now, HarmlessText.OrNull(present?.Member, LongestText) ?? words.Nobody),
                new LabelledText(words.Until, present is null ? wording.Labels.None : wording.Of(present.Span.End.InZone(zone))),
                new LabelledText(words.Next, next is null ? wording.Labels.None
                    : words.NextFrom(HarmlessText.Of(next.Member!, LongestText), wording.Of(next.Span.Start.InZone(zone)))),
                new LabelledText(words.Zone, zone.Id),
            ],
            Columns = [words.Who, words.From, words.Until, words.Remark],
            Rows = [.. rotation.Shifts.Take(MostShifts).Select(shift => Row(shift, rotation, frame, url, now, wording))],
            Lines =
            [
                .. OverlapsOf(rotation, now, wording),
                new LabelledText(words.Calendar, rotation.CalendarUrl),
                .. rotation.SwapLinks.Select(
                    link => new LabelledText(words.SwapLinkOf(HarmlessText.Of(link.Member, LongestText)), link.Url)),
            ],
            Forms = frame.Name is null || !frame.MayAct ? [] : [Swap(rotation, present, next, url, words)],
            Text = frame.Name is null && frame.MayAct ? words.SayWho : null,
        };
    }

    private static PlaceRow Row(RotationShift shift, ShownRotation rotation, BoardFrame frame, string url, Instant now, Wording wording)
    {
        var (words, zone) = (wording.Board.OnCall, rotation.Agreement.TimeZone);
        var isNow = shift.Span.Contains(now);
        var change = shift.StandsInBy is { } standIn && frame.Name is not null && frame.MayAct ? rotation.ChangeOf(standIn) : null;
        return new PlaceRow(
            shift.Member is null ? "breach" : isNow ? "running" : string.Empty,
            new PlaceCell(HarmlessText.OrNull(shift.Member, LongestText) ?? words.Nobody),
            [
                new PlaceCell(wording.Of(shift.Span.Start.InZone(zone))) { Label = words.From },
                new PlaceCell(wording.Of(shift.Span.End.InZone(zone))) { Label = words.Until },
                new PlaceCell(shift.Member is null ? words.Gap : isNow ? words.Now : string.Empty)
                {
                    Label = words.Remark,
                    IsState = shift.Member is null || isNow,
                    Note = StandsIn(shift, frame.Language),
                    Form = change is null ? null : new BoardForm(url, words.TakeBack)
                    {
                        Meaning = $"{words.TakeBack}: {HarmlessText.OrNull(shift.Member, LongestText)}, "
                            + wording.Of(shift.Span.Start.InZone(zone)),
                        Sends = [new LabelledText(OnCallFields.TakeBack, change)],
                        IsQuiet = true,
                    },
                },
            ]);
    }

    private static IEnumerable<LabelledText> OverlapsOf(ShownRotation rotation, Instant now, Wording wording)
    {
        if (rotation.Contact.Rotation?.Turns is not DatedTurns dated || rotation.Shifts.Count == 0) return [];

        var zone = rotation.Agreement.TimeZone;
        return dated.Overlaps.Where(overlap => overlap.Span.End > now && overlap.Span.Start < rotation.Shifts[^1].Span.End)
            .Select(overlap => new LabelledText(
                wording.Board.OnCall.Overlap,
                $"{HarmlessText.Of(overlap.One, LongestText)}, {HarmlessText.Of(overlap.Other, LongestText)} · "
                + $"{wording.Of(overlap.Span.Start.InZone(zone))} – {wording.Of(overlap.Span.End.InZone(zone))}"));
    }

    /// <summary>The form has the next shift in it: most often it is that which somebody cannot do.</summary>
    private static BoardForm Swap(ShownRotation rotation, RotationShift? present, RotationShift? next, string url, OnCallWords words)
    {
        var (zone, offered) = (rotation.Agreement.TimeZone, next ?? present);
        return new BoardForm(url, words.Swap)
        {
            Fields =
            [
                new BoardField(OnCallFields.Member, words.StandsIn) { List = PlacePage.PeopleList },
                new BoardField(OnCallFields.From, words.From, Shown(offered?.Span.Start)) { Kind = Local },
                new BoardField(OnCallFields.Until, words.Until, Shown(offered?.Span.End)) { Kind = Local },
            ],
            Sends =
            [
                new LabelledText(OnCallFields.Agreement, rotation.Agreement.Id),
                new LabelledText(OnCallFields.Contact, rotation.Contact.Id),
            ],
        };

        string Shown(Instant? at) => at is { } known ? Minute.Format(known.InZone(zone).LocalDateTime) : string.Empty;
    }
}
