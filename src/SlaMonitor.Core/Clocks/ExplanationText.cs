using System.Globalization;
using System.Text;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>
/// An explanation as a careful colleague would write it down: what was promised, how it stands, and every minute
/// that was or was not counted.
/// </summary>
public static class ExplanationText
{
    private const string Day = "ddd uuuu-MM-dd";
    private const string Time = "HH:mm:ss";

    private static readonly Dictionary<Metric, string> BuiltIn = new()
    {
        [Metric.FirstResponse] = "First response",
        [Metric.NextResponse] = "Next response",
        [Metric.Update] = "Regular update",
        [Metric.Resolution] = "Resolution",
    };

    /// <summary>Writes an explanation in English, in the wall time of the target's calendar. Ends with a line break.</summary>
    public static string Of(ClockExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);

        var text = new StringBuilder();
        text.AppendLine(Headline(explanation));
        text.AppendLine(Promise(explanation.Clock));
        if (explanation.Clock.Target.Metric is { Rule: { } rule } metric) text.AppendLine(MetricText.Of(metric.Name, rule));
        if (explanation.IsFromToldCreation)
            text.AppendLine(OfCreation(explanation.Clock.Ticket, explanation.Clock.Target.Calendar.Zone));
        text.AppendLine(Standing(explanation));
        foreach (var line in AgreedDueText.Of(explanation)) text.AppendLine(line);
        foreach (var passed in explanation.PassedOver)
            text.AppendLine($"Target {passed.Target.Id} was considered first and does not apply: {passed.Why}.");

        text.AppendLine($"Counted {Whole(explanation.Elapsed)} of "
            + $"{explanation.Clock.Target.Within}{(explanation.Counted.Count == 0 ? ": nothing yet." : ":")}");
        var zone = explanation.Clock.Target.Calendar.Zone;
        foreach (var span in explanation.Counted) text.AppendLine($"  {Span(span.From, span.To, zone)}  {Whole(span.Length)}");
        foreach (var held in explanation.Held)
            text.AppendLine($"Not counted: {Span(held.From, held.To, zone)}, {Because(explanation.Clock, held)}.");
        foreach (var exclusion in explanation.Exclusions)
            text.AppendLine($"Excluded by agreement: {Span(exclusion.Span.Start, exclusion.Span.End, zone)}, "
                + $"{exclusion.Reason} (approved by {exclusion.ApprovedBy}).");
        foreach (var taken in explanation.Acknowledgements)
            text.AppendLine($"Taken by {taken.By}: {Span(taken.At, taken.Until, zone)}{Handed(taken)}.");

        return text.ToString();
    }

    private static string Handed(Acknowledgement taken) =>
        (taken.GivenBy is { } giver ? $", handed over by {giver}" : string.Empty)
        + (taken.EndedBy is { } ender ? $", given on or back by {ender}" : string.Empty);

    /// <summary>Says who told when a ticket was created, where the creation itself was not received or told a later time.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="zone">In which zone the time of that event is shown.</param>
    public static string OfCreation(Ticket ticket, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(ticket);

        if (ticket.CreationAccount is not { } told)
            return "The creation itself was never received, nor its time: the clock counts from the earliest event that was.";

        var teller = $"{told.TypeName} of {Moment(told.At, zone)} ({told.Source})";
        return ticket.CreationSeen
            ? $"The ticket is older than the creation that was received says: {teller} told its time."
            : $"The creation itself was never received: {teller} told its time.";
    }

    private static string Headline(ClockExplanation explanation)
    {
        var cycle = explanation.Clock.Cycle > 1 ? $", cycle {explanation.Clock.Cycle}" : string.Empty;
        return $"{Name(explanation.Clock.Target.Metric)}{cycle}: {explanation.State.ToString().ToLowerInvariant()}";
    }

    private static string Promise(Clock clock) =>
        $"{clock.Agreement.Id} v{clock.Agreement.Version}, target {clock.Target.Id}: within {clock.Target.Within} of calendar "
        + $"{clock.Target.Calendar.Id} ({clock.Target.Calendar.Zone.Id}{Site(clock.Target)}), "
        + $"from {Moment(clock.StartedAt, clock)}{Since(clock.Target.From)}.";

    private static string Site(Target target) => target.Site is { } site ? $", because {site}" : string.Empty;

    private static string Since(CountsFrom from) => from switch
    {
        CountsFrom.Assignment => " (not before it was assigned)",
        CountsFrom.FirstResponse => " (not before the first response)",
        CountsFrom.CustomerMessage => " (the customer's first message)",
        _ => string.Empty,
    };

    private static string Standing(ClockExplanation explanation)
    {
        var clock = explanation.Clock;
        var proviso = clock.IsProvisional ? " (provisional: the holidays of that time are not announced yet)" : string.Empty;
        var due = clock.DueAt is { } at ? $"due {Moment(at, clock)}{proviso}" : null;
        var ended = explanation.EndedAt is { } end ? $"{EndedBy(clock.End)} {Moment(end, clock)}" : null;
        return explanation.State switch
        {
            ClockState.Met when due is null => $"Kept: {ended}, while the clock was held with {Whole(explanation.Remaining)} left.",
            ClockState.Met => $"Kept: {ended}; it was {due}, so {Whole(explanation.Remaining)} were left.",
            ClockState.Breached when ended is not null => $"Broken: it was {due}; {ended}{Over(explanation)}.",
            ClockState.Breached => $"Broken: it was {due}{Over(explanation)}.",
            ClockState.Cancelled => $"Not owed any more: {ended}.",
            ClockState.Paused when explanation.Clock.AgreedDue is not null =>
                $"Held since {Moment(explanation.Held[^1].From, clock)}; it is {due}, whether or not it goes on before.",
            ClockState.Paused =>
                $"Held since {Moment(explanation.Held[^1].From, clock)}, with {Whole(explanation.Remaining)} left; "
                + "it is due that much open time after it goes on.",
            _ => $"It is {due}; {Whole(explanation.Remaining)} are left.",
        };
    }

    private static string Over(ClockExplanation explanation) => explanation.Remaining < BusinessDuration.Zero
        ? $", {Whole(-explanation.Remaining)} of open time over"
        : ", outside opening hours, so that no open time has been counted since";

    /// <summary>To the second, as every time beside it.</summary>
    private static BusinessDuration Whole(BusinessDuration duration) => BusinessDuration.FromSeconds(duration.TotalSeconds);

    private static string Name(Metric metric) => BuiltIn.GetValueOrDefault(metric) ?? metric.Title ?? metric.Name;

    private static string EndedBy(ClockEnd end) => end switch
    {
        ClockEnd.Replied => "an agent replied",
        ClockEnd.Resolved => "resolved",
        ClockEnd.Stopped => "what stops this clock happened",
        _ => "the ticket was merged or deleted",
    };

    private static string Because(Clock clock, Stretch held) =>
        clock.HeldWhile(held) is { } pauses ? $"while: {ConditionText.Describe(pauses)}" : Because(held.HeldBy!.Value);

    private static string Because(TicketStatus status) =>
        status is TicketStatus.Resolved or TicketStatus.Closed
            ? $"{TicketWords.Of(status)} until it was reopened"
            : $"the status was {TicketWords.Of(status)}";

    private static string Moment(Instant at, Clock clock) => Moment(at, clock.Target.Calendar.Zone);

    internal static string Moment(Instant at, DateTimeZone zone) =>
        at.InZone(zone).ToString($"{Day} {Time}", CultureInfo.InvariantCulture);

    private static string Span(Instant from, Instant? to, DateTimeZone zone)
    {
        var start = from.InZone(zone);
        var begin = start.ToString($"{Day} {Time}", CultureInfo.InvariantCulture);
        if (to?.InZone(zone) is not { } end) return $"{begin} until now";

        // The end of a day is midnight of the next: said as such, or it would look like no time at all.
        return end.Date == start.Date
            ? $"{begin} – {end.ToString(Time, CultureInfo.InvariantCulture)}"
            : $"{begin} – {end.ToString($"{Day} {Time}", CultureInfo.InvariantCulture)}";
    }
}
