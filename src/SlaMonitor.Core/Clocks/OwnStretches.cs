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
            var stretch = Held(state, target, rule, pause) with { From = Instant.Max(state.From, course.StartedAt), To = to };
            if (i > first && IsOfOneKind(stretches[^1], stretch)) stretches[^1] = stretches[^1] with { To = to };
            else stretches.Add(stretch);
        }

        return stretches;
    }

    private static bool IsOfOneKind(in Stretch one, in Stretch next) =>
        ReferenceEquals(one.While, next.While) && (one.While is not null || one.HeldBy == next.HeldBy);

    /// <summary>A stretch, its times aside. A status explains itself, where it is what holds the clock.</summary>
    private static Stretch Held(in StateSince state, Target target, MetricRule rule, PauseRule pause)
    {
        var status = state.Facts.Status!.Value;
        if (state.IsDone && !rule.FollowsResolution) return new Stretch(default, null, status);
        if (target.Pauses && pause.Statuses.Contains(status)) return new Stretch(default, null, status);
        if (rule.Pauses is not { } pauses || !pauses.Holds(state.Facts)) return new Stretch(default, null, null);

        var isStatus = pauses is { Statuses.Count: > 0, Specificity: 1 };
        return new Stretch(default, null, status, isStatus ? null : pauses);
    }
}
