using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>The coming shifts of a rotation, one after another, with what stands in for what.</summary>
public static class RotationShifts
{
    /// <summary>How far back the beginning of a shift is looked for.</summary>
    private static readonly Duration Before = Duration.FromDays(15);

    /// <summary>
    /// The shifts that touch a stretch, whole, in order and without gaps: where nobody is on call, there is a shift of nobody. The
    /// last ends where the next change is, or where none is known with the stretch.
    /// </summary>
    /// <param name="rotation">The rotation.</param>
    /// <param name="from">The beginning of the stretch.</param>
    /// <param name="until">Its end.</param>
    /// <param name="zone">The agreement's zone, in which handovers are wall times.</param>
    public static IReadOnlyList<RotationShift> ShiftsBetween(this Rotation rotation, Instant from, Instant until, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        ArgumentNullException.ThrowIfNull(zone);

        var shifts = new List<RotationShift>();
        var at = from - Before;
        while (at < until)
        {
            var end = rotation.ChangeAfter(at, zone) ?? Instant.Max(until, at + Duration.Epsilon);
            Add(shifts, Of(rotation, new Interval(at, end), zone));
            at = end;
        }

        return [.. shifts.Where(shift => shift.Span.End > from)];
    }

    private static RotationShift Of(Rotation rotation, Interval span, DateTimeZone zone) =>
        new(span, rotation.OnCallAt(span.Start, zone))
        {
            StandsInBy = rotation.Overrides.LastOrDefault(one => one.Span.Contains(span.Start)),
            TurnOf = rotation.Turns.At(span.Start, zone),
        };

    /// <summary>A handover while somebody stands in changes nothing.</summary>
    private static void Add(List<RotationShift> shifts, RotationShift next)
    {
        if (shifts is [.., var last] && Equals(last.StandsInBy, next.StandsInBy) && next.StandsInBy is not null
            && last.Member == next.Member)
        {
            shifts[^1] = last with { Span = new Interval(last.Span.Start, next.Span.End) };
            return;
        }

        shifts.Add(next);
    }
}
