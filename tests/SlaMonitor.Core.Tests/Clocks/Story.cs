using NodaTime.Text;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>
/// A ticket's history, told in the wall time of Shanghai: <c>new Story().Created("03-02 09:00").Replied("03-02 10:00")</c>. The year is
/// 2026, in which 2 March is a Monday.
/// </summary>
internal sealed class Story
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static readonly BusinessCalendar Weekdays = BusinessCalendar.Compile(new CalendarDefinition
    {
        Id = "weekdays",
        TimeZone = Zone.Id,
        Week = new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday }
            .ToDictionary(day => day, _ => (IReadOnlyList<OpenHours>)[OpenHours.Parse("09:00-18:00")]),
    });

    private readonly List<TicketEvent> _events = [];

    public IReadOnlyList<TicketEvent> Events => _events;

    public Ticket Ticket => Ticket.Fold(_events)!;

    public static Instant At(string wall) =>
        LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm:ss")
            .Parse($"2026-{wall}{(wall.Length == 11 ? ":00" : string.Empty)}")
            .GetValueOrThrow().InZoneLeniently(Zone).ToInstant();

    public Story Created(string at, TicketPriority? priority = null, TicketStatus? status = null) =>
        Add(TicketEventType.Created, at, new TicketChange { Priority = priority, Status = status });

    public Story AgentSays(string at, TicketStatus? status = null) =>
        Add(TicketEventType.Replied, at, new TicketChange { By = Actor.Agent, Status = status });

    public Story AgentNotes(string at) => Add(TicketEventType.Replied, at, new TicketChange { By = Actor.Agent, Public = false });

    public Story CustomerSays(string at, TicketStatus? status = null) =>
        Add(TicketEventType.Replied, at, new TicketChange { By = Actor.Customer, Status = status });

    public Story Status(string at, TicketStatus status) => Add(TicketEventType.Updated, at, new TicketChange { Status = status });

    public Story Priority(string at, TicketPriority priority) => Add(TicketEventType.Updated, at, new TicketChange { Priority = priority });

    public Story Resolved(string at) => Add(TicketEventType.Resolved, at, TicketChange.None);

    public Story Closed(string at) => Add(TicketEventType.Closed, at, TicketChange.None);

    public Story Reopened(string at) => Add(TicketEventType.Reopened, at, TicketChange.None);

    public Story Merged(string at) => Add(TicketEventType.Merged, at, TicketChange.None);

    public Story Deleted(string at) => Add(TicketEventType.Deleted, at, TicketChange.None);

    public Story Add(TicketEventType type, string at, TicketChange change) => Add(type, At(at), change);

    public Story Add(TicketEventType type, Instant at, TicketChange change)
    {
        _events.Add(new TicketEvent
        {
            TicketId = "T-1",
            Source = "/test",
            Id = $"e{_events.Count + 1:000}",
            Time = at,
            Type = type,
            TypeName = type.ToString(),
            Change = change,
        });
        return this;
    }

    public IReadOnlyList<Clock> Clocks(Agreement agreement) => ClockSet.Of(Ticket, _ => agreement);

    /// <summary>The only clock of a metric under an agreement that promises nothing else.</summary>
    public Clock Clock(Target target, ReopenRule onReopen = ReopenRule.Continue) =>
        Assert.Single(Clocks(Promising(target) with { OnReopen = onReopen }));

    public static Target Within(Metric metric, string hours, bool? pauses = null, BusinessCalendar? calendar = null) => new()
    {
        Id = char.ToUpperInvariant(metric.Name[0]) + metric.Name[1..],
        Metric = metric,
        Within = BusinessDuration.FromMinutes((long)(decimal.Parse(hours) * 60)),
        Calendar = calendar ?? Weekdays,
        Pauses = pauses ?? metric == Metric.Resolution,
    };

    public static Agreement Promising(params Target[] targets) => new()
    {
        Id = "test",
        Title = "Test",
        Version = 1,
        EffectiveFrom = new LocalDate(2020, 1, 1),
        TimeZone = Zone,
        Calendars = new Dictionary<string, BusinessCalendar> { ["weekdays"] = Weekdays },
        Targets = targets,
        Contacts = new Dictionary<string, Contact> { ["lead"] = new() { Id = "lead", Email = "lead@example.com" } },
        FallbackContact = "lead",
    };
}
