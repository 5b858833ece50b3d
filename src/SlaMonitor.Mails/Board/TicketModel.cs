using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>Everything that the page of a ticket says, in words, ready for its template.</summary>
public sealed record TicketModel
{
    private const int LongestText = 200;
    private const int LongestContent = 2_000;
    private const int MostEvents = 200;

    /// <summary>The language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The board's own words.</summary>
    public required BoardWords Words { get; init; }

    /// <summary>The words that mails and pages have in common.</summary>
    public required Labels Labels { get; init; }

    /// <summary>The ticket.</summary>
    public required ShownTicket Ticket { get; init; }

    /// <summary>What is known of the ticket, a label and a value each.</summary>
    public required IReadOnlyList<LabelledText> Facts { get; init; }

    /// <summary>The zone of all times, and when the page was made.</summary>
    public required string AsOf { get; init; }

    /// <summary>That another time than the present is shown; <c>null</c> for the present.</summary>
    public required string? Notice { get; init; }

    /// <summary>What has just become of what the reader did; <c>null</c> where they did nothing.</summary>
    public required string? Said { get; init; }

    /// <summary>People who may take promises, by their addresses.</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>The time that is shown, as the form for another one takes it.</summary>
    public required string At { get; init; }

    /// <summary>The clocks, those that go on first.</summary>
    public required IReadOnlyList<ClockModel> Clocks { get; init; }

    /// <summary>Why no agreement governs the ticket; <c>null</c> where one does.</summary>
    public required string? Reason { get; init; }

    /// <summary>Who was told.</summary>
    public required IReadOnlyList<LabelledText> Told { get; init; }

    /// <summary>Who will be told.</summary>
    public required IReadOnlyList<LabelledText> Coming { get; init; }

    /// <summary>The events; the last of them, where there are very many.</summary>
    public required IReadOnlyList<LabelledText> Events { get; init; }

    /// <summary>What stands above the events.</summary>
    public required string EventsHeading { get; init; }

    /// <summary>The addresses of other pages.</summary>
    public required BoardTicketAddresses Addresses { get; init; }

    /// <summary>The ways to the other pages.</summary>
    public required BoardMenu Menu { get; init; }

    /// <summary>The style sheet.</summary>
    public required string StyleUrl { get; init; }

    /// <summary>Puts a ticket into words.</summary>
    public static TicketModel Of(BoardTicket page)
    {
        ArgumentNullException.ThrowIfNull(page);

        var wording = Wording.For(page.Frame.Language);
        var zone = ZoneOf(page.Assessment);
        var shown = wording.Of(page.AsOf.InZone(zone));
        return new TicketModel
        {
            Language = wording.Language,
            Words = wording.Board,
            Labels = wording.Labels,
            Ticket = ShownTicket.Of(page.Assessment.Ticket, LongestText),
            Facts = [.. FactsOf(page.Assessment, wording, zone), .. StandInsOf(page, wording)],
            AsOf = $"{wording.Board.AsOf(shown)} ({zone.Id})",
            Notice = page.IsPresent ? null : wording.Board.ShownAt(shown),
            Said = page.Said,
            People = page.People,
            At = page.AsOf.InZone(zone).ToString("uuuu-MM-dd'T'HH:mm:sso<m>", CultureInfo.InvariantCulture),
            Clocks =
            [
                .. page.Assessment.Clocks.Select(clock => ClockExplanation.Of(clock, page.AsOf))
                    .OrderBy(explanation => explanation.EndedAt is null ? 0 : 1)
                    .Select(explanation => ClockModel.Of(explanation, wording, zone) with { Forms = FormsOf(explanation, page) }),
            ],
            Reason = page.Assessment.Governing is null ? page.Assessment.Governance.Reason : null,
            Told = [.. page.Told.Select(told => LineOf(told, wording, zone))],
            Coming = [.. page.Coming.Select(coming => LineOf(coming, wording, zone))],
            Events = [.. page.Events.Skip(Math.Max(0, page.Events.Count - MostEvents)).Select(one => LineOf(one, wording, zone))],
            EventsHeading = wording.Board.Events(page.Events.Count),
            Addresses = page.Addresses,
            Menu = BoardMenu.Of(page.Frame, here: null),
            StyleUrl = page.Frame.File(BoardFiles.Style),
        };
    }

    /// <summary>What can be done about a clock: of the present, and while it goes on.</summary>
    private static IReadOnlyList<BoardForm> FormsOf(ClockExplanation explanation, BoardTicket page)
    {
        if (!page.IsPresent || explanation.EndedAt is not null || !page.Frame.MayAct) return [];

        var (clock, forms) = (explanation.Clock, new TakeForms(page.Frame, page.Addresses.Take, page.Addresses.Next));
        return clock.AcknowledgementAt(explanation.AsOf) is { } taken
            ? forms.Pass(clock.Ticket.Id, clock.Id, taken.By)
            : [forms.Take(clock.Ticket.Id, clock.Id)];
    }

    private static DateTimeZone ZoneOf(TicketAssessment assessment) => assessment.Governing?.TimeZone ?? DateTimeZone.Utc;

    private static List<LabelledText> FactsOf(TicketAssessment assessment, Wording wording, DateTimeZone zone)
    {
        var (ticket, none) = (assessment.Ticket, wording.Labels.None);
        var priority = wording.Of(ticket.Priority);
        return
        [
            new(wording.Board.Status, wording.Of(ticket.Status)),
            new(wording.Labels.Priority, ticket.Emergency ? $"{priority}, {wording.Labels.Emergency}" : priority),
            new(wording.Labels.Customer, HarmlessText.OrNull(ticket.Customer, LongestText) ?? none),
            new(wording.Labels.Assignee, HarmlessText.OrNull(ticket.Assignee, LongestText) ?? none),
            new(wording.Board.Group, HarmlessText.OrNull(ticket.Group, LongestText) ?? none),
            new(wording.Board.Created, wording.Of(ticket.CreatedAt.InZone(zone))),
            new(wording.Board.Agreement, assessment.Governing is { } terms ? $"{terms.Id} v{terms.Version}" : none),
        ];
    }

    /// <summary>Who stands in for whom at the instant that is shown: it is they who are told.</summary>
    private static IEnumerable<LabelledText> StandInsOf(BoardTicket page, Wording wording) =>
        from contact in page.Assessment.Governing?.Contacts.Values ?? []
        where contact.Rotation?.Overrides.Any(standIn => standIn.Span.Contains(page.AsOf)) == true
        let shift = contact.Rotation!.ShiftsBetween(page.AsOf, page.AsOf + Duration.Epsilon, page.Assessment.Governing!.TimeZone)[0]
        select new LabelledText(
            $"{wording.Board.OnCall.Title}: {HarmlessText.Of(contact.Id, LongestText)}",
            $"{HarmlessText.Of(shift.Member!, LongestText)}, {OnCallPage.StandsIn(shift, page.Frame.Language)}");

    private static LabelledText LineOf(ToldMail told, Wording wording, DateTimeZone zone)
    {
        // Of a mail that was sent, the detail is a name that helps nobody here.
        var why = told.Result == ToldResult.Sent ? null : HarmlessText.OrNull(told.Detail, LongestText);
        var detail = why is null ? string.Empty : $" ({why})";
        return new LabelledText(
            wording.Of(told.At.InZone(zone)),
            $"{HarmlessText.Of(told.Recipient, LongestText)} · {HarmlessText.Of(told.Step, LongestText)} · "
            + $"{wording.Board.Of(told.Result)}{detail}");
    }

    private static LabelledText LineOf(ComingMail coming, Wording wording, DateTimeZone zone)
    {
        var to = coming.Recipients.Count == 0
            ? wording.Labels.None
            : HarmlessText.Of(string.Join(", ", coming.Recipients), LongestText);
        return new LabelledText(wording.Of(coming.At.InZone(zone)), $"{to} · {HarmlessText.Of(coming.Step, LongestText)}");
    }

    private static LabelledText LineOf(ShownEvent one, Wording wording, DateTimeZone zone) => new(
        wording.Of(one.At.InZone(zone)),
        $"{HarmlessText.Of(one.Type, LongestText)} · {HarmlessText.Of(one.Source, LongestText)} · "
        + HarmlessText.Of(one.Content, LongestContent));
}
