using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>Cuts the life of a clock into the stretches in which it counted and those in which a status held it; at least one.</summary>
internal static class Stretches
{
    public static List<Stretch> Of(Ticket ticket, in Course course, Target target, PauseRule pause)
    {
        var stretches = new List<Stretch>(1);
        var first = ticket.PhaseIndexAt(course.StartedAt);
        for (var i = first; i < ticket.Phases.Count; i++)
        {
            // The first phase always counts as lived through: a clock that ends as it begins still says when it would have been due.
            var phase = ticket.Phases[i];
            if (i > first && phase.From >= course.EndedAt) break;

            var to = phase.To is null || course.EndedAt < phase.To ? course.EndedAt : phase.To;
            TicketStatus? heldBy = Holds(phase, target, pause) ? phase.Status : null;
            if (i > first && stretches[^1].HeldBy == heldBy) stretches[^1] = stretches[^1] with { To = to };
            else stretches.Add(new Stretch(Instant.Max(phase.From, course.StartedAt), to, heldBy));
        }

        return stretches;
    }

    /// <summary>A settled ticket holds every clock; a pausing status those that the agreement lets pause.</summary>
    private static bool Holds(in Phase phase, Target target, PauseRule pause) =>
        phase.IsDone || (target.Pauses && pause.Statuses.Contains(phase.Status));
}
