using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Views;

/// <summary>A clock with its explanation, as the API shows it. Lengths are whole seconds of open time.</summary>
public sealed record ClockView
{
    /// <summary>What is promised: one of the four metrics that are built in, or one that the agreement defines, by its name.</summary>
    public required string Metric { get; init; }

    /// <summary>The target that promises it.</summary>
    public required string Target { get; init; }

    /// <summary>Which exchange, update or reopening, from 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>Where the clock stands.</summary>
    public required ClockState State { get; init; }

    /// <summary>When it began.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>What ended it.</summary>
    public ClockEnd? EndedBy { get; init; }

    /// <summary>When it is due, as far as is known.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>The due time on the wall of the calendar's zone.</summary>
    public string? DueAtLocal { get; init; }

    /// <summary>Set where the due time lies beyond the last announced holiday list.</summary>
    public bool? Provisional { get; init; }

    /// <summary>The due time that was agreed for the ticket, where one counts, and what holds without it.</summary>
    public AgreedDueView? AgreedDue { get; init; }

    /// <summary>The budget.</summary>
    public required long BudgetSeconds { get; init; }

    /// <summary>What has been counted.</summary>
    public required long ElapsedSeconds { get; init; }

    /// <summary>What is left; negative by what was exceeded.</summary>
    public required long RemainingSeconds { get; init; }

    /// <summary>The calendar that it counts in.</summary>
    public required string Calendar { get; init; }

    /// <summary>That calendar's zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Each span that was counted.</summary>
    public required IReadOnlyList<CountedView> Counted { get; init; }

    /// <summary>Each span in which a status held the clock.</summary>
    public required IReadOnlyList<HeldView> Held { get; init; }

    /// <summary>Each agreed exclusion in its life.</summary>
    public required IReadOnlyList<ExcludedView> Excluded { get; init; }

    /// <summary>The targets that were considered before, and why they did not match.</summary>
    public required IReadOnlyList<PassedOverView> PassedOver { get; init; }

    /// <summary>Who took the promise, each until it expired or expires.</summary>
    public IReadOnlyList<TakenView>? Taken { get; init; }

    /// <summary>Shows an explanation.</summary>
    public static ClockView Of(ClockExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);

        var clock = explanation.Clock;
        var zone = clock.Target.Calendar.Zone;
        return new ClockView
        {
            Metric = clock.Target.Metric.Name,
            Target = clock.Target.Id,
            Cycle = clock.Cycle,
            State = explanation.State,
            StartedAt = clock.StartedAt,
            EndedAt = clock.EndedAt,
            EndedBy = clock.End == ClockEnd.None ? null : clock.End,
            DueAt = clock.DueAt,
            DueAtLocal = clock.DueAt?.InZone(zone).ToString("uuuu-MM-dd'T'HH:mm:sso<m>", CultureInfo.InvariantCulture),
            Provisional = clock.IsProvisional ? true : null,
            AgreedDue = AgreedDueView.Of(clock, explanation.AsOf),
            BudgetSeconds = clock.Target.Within.TotalSeconds,
            ElapsedSeconds = explanation.Elapsed.TotalSeconds,
            RemainingSeconds = explanation.Remaining.TotalSeconds,
            Calendar = clock.Target.Calendar.Id,
            TimeZone = zone.Id,
            Counted = [.. explanation.Counted.Select(span => new CountedView(span.From, span.To, span.Length.TotalSeconds))],
            Held = [.. explanation.Held.Select(held => HeldView.Of(clock, held))],
            Excluded = [.. explanation.Exclusions.Select(e => new ExcludedView(e.Span.Start, e.Span.End, e.Reason, e.ApprovedBy))],
            PassedOver = [.. explanation.PassedOver.Select(passed => new PassedOverView(passed.Target.Id, passed.Why))],
            Taken = explanation.Acknowledgements.Count == 0
                ? null
                : [.. explanation.Acknowledgements.Select(taken => new TakenView(taken.By, taken.At, taken.Until))],
        };
    }

    /// <summary>A span that was counted.</summary>
    public sealed record CountedView(Instant From, Instant To, long Seconds);

    /// <summary>A span in which a status held the clock, or what pauses its metric did.</summary>
    public sealed record HeldView(Instant From, Instant? To, TicketStatus Status, string? While)
    {
        internal static HeldView Of(Clock clock, Stretch held) =>
            new(held.From, held.To, held.HeldBy!.Value, clock.HeldWhile(held)?.Describe());
    }

    /// <summary>An agreed exclusion.</summary>
    public sealed record ExcludedView(Instant From, Instant To, string Reason, string ApprovedBy);

    /// <summary>An acknowledgement.</summary>
    public sealed record TakenView(string By, Instant At, Instant Until);

    /// <summary>A target that did not match.</summary>
    public sealed record PassedOverView(string Target, string Why);
}
