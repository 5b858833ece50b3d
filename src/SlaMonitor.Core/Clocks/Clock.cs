using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>
/// One promise about one ticket: a target, applied to one cycle of its metric. A clock knows nothing of the present;
/// ask it about an instant.
/// </summary>
public sealed class Clock
{
    /// <summary>From so many stretches on, what the clock had counted before each of them is worked out once and kept.</summary>
    private const int Many = 8;

    private ClockId? _id;
    private TicketFacts? _facts;
    private BusinessDuration[]? _countedBefore;

    internal Clock(Ticket ticket, Agreement agreement, Target target, in Course course)
    {
        Ticket = ticket;
        Agreement = agreement;
        Target = target;
        Cycle = course.Cycle;
        StartedAt = course.StartedAt;
        EndedAt = course.EndedAt;
        End = course.End;
        Stretches = target.Metric.Rule is { } rule
            ? OwnStretches.Of(ticket, course, target, rule, agreement.Pause)
            : Clocks.Stretches.Of(ticket, course, target, agreement.Pause);
        ComputedDueAt = WhenElapsed(target.Within);
        AgreedDue = target.AllowsAgreedDue ? AgreedDues.InForce(this) : null;
    }

    /// <summary>The ticket that the promise is about.</summary>
    public Ticket Ticket { get; }

    /// <summary>The agreement version that makes the promise.</summary>
    public Agreement Agreement { get; }

    /// <summary>The promise. A cycle that has ended keeps the target that applied then.</summary>
    public Target Target { get; }

    /// <summary>Which exchange, update or reopening it is, from 1.</summary>
    public int Cycle { get; }

    /// <summary>
    /// Identifies the promise within its ticket. Most clocks are never asked for it, so it is made when it is.
    /// </summary>
    public ClockId Id => _id ??= AgreedDue is { Agreed.Due: var due }
        ? new ClockId($"{Target.Id}/{Cycle}/due{due.ToUnixTimeSeconds()}")
        : new ClockId(Target.Id, Cycle, Target.Within.TotalSeconds);

    /// <summary>When the clock began.</summary>
    public Instant StartedAt { get; }

    /// <summary>When it ended, or <c>null</c> while it goes on.</summary>
    public Instant? EndedAt { get; }

    /// <summary>What ended it.</summary>
    public ClockEnd End { get; }

    /// <summary>When it counted and when it stood still: at least one stretch, in order, without gaps.</summary>
    public IReadOnlyList<Stretch> Stretches { get; }

    /// <summary>
    /// When the promise is due, as far as is known: <c>null</c> while the clock is held with budget left, since nobody knows for how long.
    /// For a clock that ended in time, when it would have been due. Nothing moves a due time that was agreed for the ticket.
    /// </summary>
    public Instant? DueAt => AgreedDue is { } agreed ? agreed.Agreed.Due : ComputedDueAt;

    /// <summary>When the promise is due by its budget, whatever was agreed for the ticket.</summary>
    public Instant? ComputedDueAt { get; }

    /// <summary>The due time that was agreed for the ticket and counts; <c>null</c>: none was, or the target allows for none.</summary>
    public AgreedDueSince? AgreedDue { get; }

    /// <summary>
    /// Whether <see cref="DueAt"/> lies beyond the last announced holiday list, so that a coming announcement may move it.
    /// </summary>
    public bool IsProvisional => AgreedDue is null && DueAt is { } due && Target.Counting.IsProvisional(due);

    /// <summary>
    /// What the agreement could ask of the ticket: its present facts, or those that a clock which has ended did end under, with the status
    /// that it ended from.
    /// </summary>
    public TicketFacts Facts => _facts ??= EndedAt is { } end
        ? Ticket.FactsAt(end) with { Status = Ticket.StatusBefore(end) }
        : Ticket.Facts with { Status = Ticket.Status };

    /// <summary>Who has taken the promise at an instant, if anybody has and it has not expired.</summary>
    public Acknowledgement? AcknowledgementAt(Instant at)
    {
        for (var i = 0; i < Ticket.Acknowledgements.Count; i++)
        {
            var taken = Ticket.Acknowledgements[i];
            if (taken.HoldsAt(at) && taken.Clock == Id) return taken;
        }

        return null;
    }

    /// <summary>The acknowledgement that holds longest, expired or not; <c>null</c> where nobody has taken the promise.</summary>
    public Acknowledgement? LastAcknowledgement =>
        Ticket.Acknowledgements.Count == 0 ? null : Ticket.Acknowledgements.Where(taken => taken.Clock == Id).MaxBy(taken => taken.Until);

    /// <summary>The first time that somebody takes the promise between two instants (exclusive), if anybody does.</summary>
    public Acknowledgement? NextAcknowledgement(Instant after, Instant before)
    {
        Acknowledgement? next = null;
        for (var i = 0; i < Ticket.Acknowledgements.Count; i++)
        {
            var taken = Ticket.Acknowledgements[i];
            if (taken.At > after && taken.At < before && !(next?.At <= taken.At)
                && taken.Clock == Id)
            {
                next = taken;
            }
        }

        return next;
    }

    /// <summary>
    /// The condition of the metric that held the clock in a stretch; <c>null</c> where the status did, which says enough.
    /// </summary>
    public Condition? HeldWhile(Stretch stretch) => stretch.HeldBy is { } status && Target.Metric.Rule is { } rule
        ? OwnStretches.PauseIn(status, Target, rule, Agreement.Pause)
        : null;

    /// <summary>The instant at which the clock has counted an amount of open time, or <c>null</c> while it is held before that.</summary>
    /// <param name="amount">Zero or more.</param>
    public Instant? WhenElapsed(BusinessDuration amount)
    {
        var first = 0;
        var left = amount;
        if (Stretches.Count >= Many)
        {
            first = FirstToReach(amount);
            left -= CountedBefore[first];
        }

        return WhenCounted(Target.Counting, left, first);
    }

    /// <summary>When the promise would be due had the agreement excluded nothing; <c>null</c> while it is held before that.</summary>
    public Instant? DueAtWithoutExclusions() => WhenCounted(Target.Calendar, Target.Within, first: 0);

    /// <summary>The open time that the clock had counted at an instant.</summary>
    public BusinessDuration ElapsedAt(Instant now) => Counted(now, pastEnd: false);

    /// <summary>What was left of the budget at an instant; negative by what it was exceeded.</summary>
    public BusinessDuration RemainingAt(Instant now)
    {
        if (AgreedDue is not { Agreed.Due: var due }) return Target.Within - ElapsedAt(now);

        var at = EndedAt < now ? EndedAt.Value : now;
        return at <= due ? Target.Counting.Elapsed(at, due) : -Target.Counting.Elapsed(due, at);
    }

    /// <summary>When a share of the time until the clock is due has been counted; <c>null</c> while it is held before that.</summary>
    /// <param name="percent">The share, in percent.</param>
    public Instant? WhenShareElapsed(int percent) =>
        WhenElapsed((AgreedDue is { } agreed ? Counted(agreed.Agreed.Due, pastEnd: true) : Target.Within).Share(percent));

    /// <summary>When so much open time has passed since the clock was due; <c>null</c> while it is held before that.</summary>
    /// <param name="offset">Zero or more.</param>
    public Instant? WhenOverBy(BusinessDuration offset) =>
        AgreedDue is { } agreed ? Target.Counting.Add(agreed.Agreed.Due, offset) : WhenElapsed(Target.Within + offset);

    /// <summary>
    /// Where the clock stood at an instant: met at or before the due time, breached strictly after it, whether or not anyone looked.
    /// </summary>
    public ClockState StateAt(Instant now) => StateAt(now, DueAt);

    /// <summary>Where the clock would have stood without a due time that was agreed for the ticket: reports show both.</summary>
    public ClockState ComputedStateAt(Instant now) => StateAt(now, ComputedDueAt);

    private ClockState StateAt(Instant now, Instant? due) =>
        ClockVerdict.At(now, due, EndedAt, End) ?? (IsHeldAt(now) ? ClockState.Paused : ClockState.Running);

    /// <summary>What the clock had counted at an instant.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="pastEnd">Whether a clock that has ended counts as if it went on, as <see cref="WhenElapsed"/> does.</param>
    private BusinessDuration Counted(Instant now, bool pastEnd)
    {
        var elapsed = BusinessDuration.Zero;
        for (var i = 0; i < Stretches.Count; i++)
        {
            var stretch = Stretches[i];
            if (!stretch.Counts || stretch.From >= now) continue;

            var isOver = stretch.To < now && !(pastEnd && stretch.To == EndedAt);
            elapsed += Target.Counting.Elapsed(stretch.From, isOver ? stretch.To!.Value : now);
        }

        return elapsed;
    }

    /// <summary>When an amount has been counted by a calendar from a stretch on. A clock that has ended counts as if it went on.</summary>
    private Instant? WhenCounted(BusinessCalendar calendar, BusinessDuration amount, int first)
    {
        var left = amount;
        for (var i = first; i < Stretches.Count; i++)
        {
            var stretch = Stretches[i];
            if (!stretch.Counts) continue;

            if (stretch.To is not { } to || to == EndedAt) return calendar.Add(stretch.From, left);

            var counted = calendar.Elapsed(stretch.From, to);
            if (counted >= left && calendar.Add(stretch.From, left) is var reached && reached <= to) return reached;

            left -= counted;
        }

        return null;
    }

    private BusinessDuration[] CountedBefore => _countedBefore ??= CountBefore();

    private BusinessDuration[] CountBefore()
    {
        var before = new BusinessDuration[Stretches.Count];
        for (var i = 1; i < before.Length; i++)
        {
            var stretch = Stretches[i - 1];
            before[i] = before[i - 1];
            if (stretch.Counts) before[i] += Target.Counting.Elapsed(stretch.From, stretch.To!.Value);
        }

        return before;
    }

    /// <summary>The first stretch in which the clock can count an amount full; the last one where none before it does.</summary>
    private int FirstToReach(BusinessDuration amount)
    {
        var (low, high) = (0, Stretches.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (CountedBefore[middle + 1] >= amount) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private bool IsHeldAt(Instant now)
    {
        for (var i = Stretches.Count - 1; i >= 0; i--)
        {
            if (Stretches[i].From <= now) return !Stretches[i].Counts;
        }

        return false;
    }
}
