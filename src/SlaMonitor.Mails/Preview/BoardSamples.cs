using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Timelines;

namespace SlaMonitor.Mails.Preview;

/// <summary>The board and pages of tickets on a day of the sample helpdesk, as the real engine works them out.</summary>
public static class BoardSamples
{
    /// <summary>The file that pages of tickets show the drawing of their clocks from.</summary>
    public const string Drawing = "clocks.svg";

    private const int Tickets = 90;

    /// <summary>A Thursday afternoon in the third week: some promises run, some are held, and some are broken.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 19, 13, 0);

    /// <summary>The board in a language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="title">The title of every ticket; a plain one, unless given.</param>
    public static IReadOnlyList<BoardSample> All(string language, string? title = null)
    {
        var page = Page(language, OpenAt(new SampleMonth(language, title), Now));
        return
        [
            new("open", page),
            new("narrowed", page with
            {
                Filter = new PromiseFilter(Standing: PromiseStanding.Breached),
                IsWhole = false,
                Frame = page.Frame with { SignOut = "#" },
            }),
            new("wall", page with { IsWall = true }),
            new("closed", Page(language, OpenAt(new SampleMonth(language, title), Now + Duration.FromHours(8)))),
            new("empty", Page(language, [])),
            new("no-match", page with { Filter = new PromiseFilter(Customer: "nobody") }),
        ];

        BoardPage Page(string reader, IReadOnlyList<OpenPromise> promises) => new()
        {
            Promises = promises,
            IsWhole = true,
            AsOf = Now,
            Frame = FrameOf(reader, "board-open"),
            TakeUrl = "#",
            Here = "dashboard",
            Address = (_, isWall, asLanguage) => $"board-{(isWall ? "wall" : "open")}.{asLanguage}.html",
            Ticket = _ => $"ticket-running.{reader}.html",
        };
    }

    /// <summary>Pages of tickets in a language.</summary>
    /// <inheritdoc cref="All"/>
    public static IReadOnlyList<TicketSample> OfTickets(string language, string? title = null)
    {
        var month = new SampleMonth(language, title);
        var open = Enumerable.Range(0, Tickets).First(number => OpenOf(month, number, SampleAgreement.Book, Now).Any());
        var closed = Enumerable.Range(0, Tickets).First(number =>
            month.LogOf(number, Now).Length > 1 && !OpenOf(month, number, SampleAgreement.Book, Now).Any());
        return
        [
            new("running", Page(open, SampleAgreement.Book)),
            new("settled", Page(closed, SampleAgreement.Book) with { Coming = [], IsPresent = false }),
            new("without-agreement", Page(open, AgreementBook.Empty) with { Told = [], Coming = [] }),
        ];

        BoardTicket Page(int number, AgreementBook book)
        {
            var log = month.LogOf(number, Now);
            return new BoardTicket
            {
                Assessment = TicketAssessment.Of(log, [], book, Now)!,
                AsOf = Now,
                IsPresent = true,
                Told =
                [
                    new("response, 50%", SampleDesk.Anna, Now - Duration.FromHours(3), ToldResult.Sent, null),
                    new("response, due", SampleAgreement.Lead, Now - Duration.FromHours(1), ToldResult.Undelivered, "550 no such mailbox"),
                ],
                Coming = [new("resolution, 50%", Now + Duration.FromHours(2), [SampleDesk.Anna])],
                Events = [.. log.Select(one => new ShownEvent(one.Time, one.TypeName, one.Source, "{}"))],
                Frame = FrameOf(language, "ticket-running"),
                Addresses = new BoardTicketAddresses(
                    $"board-open.{language}.html", $"ticket-running.{language}.html", Drawing, "#", "dashboard",
                    "https://sla.example.com/api/badges/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJIRC0xIn0.c2ln"),
                People = [SampleDesk.Anna, SampleAgreement.Lead],
            };
        }
    }

    /// <summary>What is drawn in <see cref="Drawing"/>.</summary>
    public static IReadOnlyList<ClockTimeline> DrawnClocks() =>
        [.. OfTickets("en")[0].Page.Assessment.Clocks.Select(clock => ClockTimeline.Of(ClockExplanation.Of(clock, Now)))];

    internal static BoardFrame FrameOf(string language, string page) => new()
    {
        Language = language,
        Place = _ => $"board-open.{language}.html",
        InLanguage = other => $"{page}.{other}.html",
        Name = SampleDesk.Anna,
        NameUrl = "#",
        File = file => file,
    };

    private static List<OpenPromise> OpenAt(SampleMonth month, Instant now) =>
    [
        .. Enumerable.Range(0, Tickets).SelectMany(number => OpenOf(month, number, SampleAgreement.Book, now))
            .OrderBy(promise => promise.Outcome.DueAt ?? Instant.MaxValue),
    ];

    private static IEnumerable<OpenPromise> OpenOf(SampleMonth month, int number, AgreementBook book, Instant now) =>
        TicketAssessment.Of(month.LogOf(number, now), [], book, now) is { } assessment
            ? TicketOutcomes.Of(assessment).Clocks.Where(clock => clock.EndedAt is null).Select(clock => OpenPromise.Of(clock, book, now))
            : [];
}
