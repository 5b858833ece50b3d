using NodaTime.Text;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Packaging;

/// <summary>
/// The samples of the package's README, compiled. Each stands between two comments with its name, and the README has it word for word. The
/// AOT program runs them too, against the package.
/// </summary>
public static class ReadmeSamples
{
    public static IEnumerable<string> BusinessTime()
    {
        // <calendar>
        IReadOnlyList<OpenHours> office = [OpenHours.Parse("09:00-18:00")];
        var calendar = BusinessCalendar.Compile(new CalendarDefinition
        {
            Id = "office",
            TimeZone = "Europe/Berlin",
            Week = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>>
            {
                [IsoDayOfWeek.Monday] = office,
                [IsoDayOfWeek.Tuesday] = office,
                [IsoDayOfWeek.Wednesday] = office,
                [IsoDayOfWeek.Thursday] = office,
                [IsoDayOfWeek.Friday] = office,
            },
            Overrides = [new DatedOverride(new LocalDate(2026, 4, 3), [], Reason: "Good Friday")],
        });

        // Thursday, 17:00 in Berlin; the day after is a holiday.
        var start = Instant.FromUtc(2026, 4, 2, 15, 0);
        var due = calendar.Add(start, BusinessDuration.FromHours(2));        // Monday, 10:00 in Berlin
        var passed = calendar.Elapsed(start, due);                           // two hours
        var isOpen = calendar.IsOpen(Instant.FromUtc(2026, 4, 3, 10, 0));    // false
        // </calendar>
        yield return $"due {InstantPattern.General.Format(due)}";
        yield return $"passed {passed.TotalSeconds} s";
        yield return $"open on the holiday: {isOpen}";
    }

    public static IEnumerable<string> Clocks()
    {
        // <clock>
        var support = BusinessCalendar.Compile(CalendarDefinition.EveryDay("support", "Asia/Shanghai", OpenHours.Parse("09:00-18:00")));
        var agreement = new Agreement
        {
            Id = "support",
            Title = "Support",
            Version = 1,
            EffectiveFrom = new LocalDate(2026, 1, 1),
            TimeZone = support.Zone,
            Calendars = new Dictionary<string, BusinessCalendar> { [support.Id] = support },
            Targets =
            [
                new Target
                {
                    Id = "response",
                    Metric = Metric.FirstResponse,
                    Within = BusinessDuration.FromHours(1),
                    Calendar = support,
                    Pauses = false,
                },
            ],
            Contacts = new Dictionary<string, Contact>(),
            FallbackContact = null,
        };
        var ticket = Ticket.Fold(
        [
            new TicketEvent
            {
                TicketId = "HD-1",
                Source = "/helpdesk",
                Id = "1",
                Time = Instant.FromUtc(2026, 3, 2, 9, 30), // 17:30 in Shanghai
                Type = TicketEventType.Created,
                TypeName = "ticket.created",
                Change = new TicketChange { Title = "Cannot log in", Priority = TicketPriority.High },
            },
        ]);
        var clock = ClockSet.Of(ticket!, _ => agreement)[0];
        var now = Instant.FromUtc(2026, 3, 3, 1, 15);
        var state = clock.StateAt(now);                                      // running
        var explanation = ExplanationText.Of(ClockExplanation.Of(clock, now));
        // </clock>
        yield return $"{state}";
        yield return explanation;
    }
}
