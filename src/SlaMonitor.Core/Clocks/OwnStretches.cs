using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>
/// <see cref="Stretches"/> for a metric of an agreement's own, which other things than a status may hold: the group that has the ticket, or
/// a field.
/// </summary>
internal static class OwnStretches
{
    public static List<Stretch> Of(Ticket ticket, in Course course, Target target, MetricRule rule, PauseRule pause)
    {
        var stretches = new List<Stretch>(1);
        var detail = ticket.Detail;
        var first = detail.IndexAt(course.StartedAt);
        for (var i = first; i < detail.States.Count; i++)
        {
            var state = detail.States[i];
            if (i > first && state.From >= course.EndedAt) break;

            Instant? next = i + 1 < detail.States.Count ? detail.States[i + 1].From : null;
            var to = next is null || course.EndedAt < next ? course.EndedAt : next;
            TicketStatus? heldBy = Holds(state, target, rule, pause) ? state.Facts.Status : null;
            if (i > first && IsOfOneKind(stretches[^1].HeldBy, heldBy, target, rule, pause)) stretches[^1] = stretches[^1] with { To = to };
            else stretches.Add(new Stretch(Instant.Max(state.From, course.StartedAt), to, heldBy));
        }

        return stretches;
    }

    private static bool IsOfOneKind(TicketStatus? one, TicketStatus? next, Target target, MetricRule rule, PauseRule pause) =>
        one == next
        || (one is { } before && next is { } after
            && PauseIn(before, target, rule, pause) is { } held && ReferenceEquals(held, PauseIn(after, target, rule, pause)));

    /// <summary>The metric's pause that holds a clock in a status; <c>null</c> where the status itself does.</summary>
    public static Condition? PauseIn(TicketStatus status, Target target, MetricRule rule, PauseRule pause) =>
        HoldsByItself(status, target, rule, pause) || rule.Pauses is { Statuses.Count: > 0, Specificity: 1 } ? null : rule.Pauses;

    private static bool Holds(in StateSince state, Target target, MetricRule rule, PauseRule pause) =>
        (state.Gone && !rule.FollowsResolution) || HoldsByItself(state.Facts.Status!.Value, target, rule, pause)
        || rule.Pauses?.Holds(state.Facts) == true;

    private static bool HoldsByItself(TicketStatus status, Target target, MetricRule rule, PauseRule pause) =>
        (status is TicketStatus.Resolved or TicketStatus.Closed && !rule.FollowsResolution)
        || (target.Pauses && pause.Statuses.Contains(status));
}
