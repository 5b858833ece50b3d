using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>
/// Why a clock says what it says, as of an instant. The email, the API, the dashboard and the command line all show this same answer.
/// </summary>
public sealed record ClockExplanation
{
    /// <summary>The instant that all the rest is as of.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The clock that is explained.</summary>
    public required Clock Clock { get; init; }

    /// <summary>Where the clock stands.</summary>
    public required ClockState State { get; init; }

    /// <summary>The open time counted so far.</summary>
    public required BusinessDuration Elapsed { get; init; }

    /// <summary>What is left of the budget; negative by what it was exceeded.</summary>
    public required BusinessDuration Remaining { get; init; }

    /// <summary>Each span of open time that was counted, in order; their sum is <see cref="Elapsed"/>.</summary>
    public required IReadOnlyList<CountedSpan> Counted { get; init; }

    /// <summary>Each span in which a status held the clock.</summary>
    public required IReadOnlyList<Stretch> Held { get; init; }

    /// <summary>Each agreed exclusion that fell into the clock's life.</summary>
    public required IReadOnlyList<Exclusion> Exclusions { get; init; }

    /// <summary>The targets of the same metric that stand before the matched one in the agreement, and why they did not match.</summary>
    public required IReadOnlyList<PassedOver> PassedOver { get; init; }

    /// <summary>Who took the promise, in order, each until it expired or expires.</summary>
    public required IReadOnlyList<Acknowledgement> Acknowledgements { get; init; }

    /// <summary>When the clock ended, as far as that had happened by then; <c>null</c> where it was still open.</summary>
    public Instant? EndedAt => Clock.EndedAt <= AsOf ? Clock.EndedAt : null;

    /// <summary>
    /// Whether the clock counts from a creation that was not received, or not with the time that counts: then it has to be said who told it
    /// (<see cref="Ticket.CreationAccount"/>).
    /// </summary>
    public bool IsFromToldCreation =>
        Clock.StartedAt == Clock.Ticket.CreatedAt && (!Clock.Ticket.CreationSeen || Clock.Ticket.CreationAccount is not null);

    /// <summary>Explains a clock as of an instant.</summary>
    public static ClockExplanation Of(Clock clock, Instant now)
    {
        ArgumentNullException.ThrowIfNull(clock);

        var until = clock.EndedAt is { } ended && ended < now ? ended : now;
        return new ClockExplanation
        {
            AsOf = now,
            Clock = clock,
            State = clock.StateAt(now),
            Elapsed = clock.ElapsedAt(now),
            Remaining = clock.RemainingAt(now),
            Counted = [.. CountedIn(clock, now)],
            Held = [.. clock.Stretches.Where(stretch => !stretch.Counts && stretch.From < now)],
            Exclusions =
                [.. clock.Agreement.Exclusions.Where(exclusion => exclusion.Span.Start < until && exclusion.Span.End > clock.StartedAt)],
            PassedOver = [.. Before(clock)],
            Acknowledgements = [.. clock.Ticket.Acknowledgements.Where(taken => taken.Clock == clock.Id && taken.At <= now)],
        };
    }

    private static IEnumerable<CountedSpan> CountedIn(Clock clock, Instant now)
    {
        var calendar = clock.Target.Counting;
        foreach (var stretch in clock.Stretches)
        {
            if (!stretch.Counts || stretch.From >= now) continue;

            var to = stretch.To is { } end && end < now ? end : now;
            foreach (var span in calendar.OpenIntervals(stretch.From, to)) yield return new CountedSpan(span.Start, span.End);
        }
    }

    private static IEnumerable<PassedOver> Before(Clock clock)
    {
        foreach (var target in clock.Agreement.Targets)
        {
            if (target.Id == clock.Target.Id) yield break;
            if (target.Metric == clock.Target.Metric && target.When.Mismatch(clock.Facts) is { } why)
                yield return new PassedOver(target, why);
        }
    }
}
