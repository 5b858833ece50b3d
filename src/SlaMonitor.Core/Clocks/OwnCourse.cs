using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>
/// A metric of an agreement's own (<see cref="MetricRule"/>): a cycle begins with what starts it and ends with what stops or renews it, or
/// with the resolution. What would start it on a settled ticket waits until the ticket comes back.
/// </summary>
internal sealed class OwnCourse
{
    private readonly Ticket _ticket;
    private readonly MetricRule _rule;
    private readonly List<Course> _into;

    /// <summary>When the running cycle began; <c>null</c>: none is running.</summary>
    private Instant? _start;

    /// <summary>Whether something would have started a cycle while the ticket was settled.</summary>
    private bool _isPending;

    /// <summary>Whether the resolution ended the last cycle, and nothing has stopped it since.</summary>
    private bool _mayComeBack;

    private OwnCourse(Ticket ticket, MetricRule rule, List<Course> into) => (_ticket, _rule, _into) = (ticket, rule, into);

    public static void Trace(Ticket ticket, MetricRule rule, List<Course> into)
    {
        var course = new OwnCourse(ticket, rule, into);
        foreach (var signal in Signals.Of(ticket, rule)) course.Take(signal);
        if (course._start is { } start) into.Add(new Course(into.Count + 1, start, null, ClockEnd.None));
    }

    private void Take(in Signal signal)
    {
        if (signal.Does(SignalEffects.Releases)) Release(signal.At);
        if (signal.Does(SignalEffects.Settles)) Settle(signal.At, signal.End);
        if (signal.Does(SignalEffects.OfTheRule)) Follow(signal);
        if (signal.Does(SignalEffects.Returns)) Return(signal.At);
    }

    private void Follow(in Signal signal)
    {
        if (_start is { } start)
        {
            if (signal.Does(SignalEffects.Stops)) End(signal.At, signal.End);
            else if (signal.Does(SignalEffects.Renews) && signal.At > start) Renew(signal);
        }
        else
        {
            if (signal.Does(SignalEffects.Stops)) _mayComeBack = false;
            if (signal.Does(SignalEffects.Starts)) Begin(signal);
        }
    }

    private void Begin(in Signal signal)
    {
        if (!_rule.FollowsResolution && signal.At != _ticket.CreatedAt && _ticket.SettlementAt(signal.At) is not null) _isPending = true;
        else _start = signal.At;
    }

    private void Renew(in Signal signal)
    {
        End(signal.At, signal.End);
        _start = signal.At;
    }

    private void End(Instant at, ClockEnd end)
    {
        _into.Add(new Course(_into.Count + 1, _start!.Value, at, end));
        _start = null;
    }

    private void Settle(Instant at, ClockEnd end)
    {
        if (_start is not { } start) return;

        // The last word of an agent, said as the ticket is resolved, begins nothing more.
        if (_rule.Renews.Count > 0 && start == at) _start = null;
        else End(at, end);
        _mayComeBack = true;
    }

    /// <summary>Begins what waited for the ticket to come back, unless the clock goes on that the resolution had ended.</summary>
    private void Release(Instant at)
    {
        if (!_isPending || (_mayComeBack && _rule.OnReopen == ReopenRule.Continue)) return;

        _start ??= at;
        _isPending = false;
    }

    private void Return(Instant at)
    {
        if (_start is null && _mayComeBack && _rule.OnReopen == ReopenRule.Continue && _into.Count > 0)
        {
            _start = _into[^1].StartedAt;
            _into.RemoveAt(_into.Count - 1);
        }
        else if (_isPending || (_mayComeBack && _rule.OnReopen == ReopenRule.Restart))
        {
            _start ??= at;
        }

        (_isPending, _mayComeBack) = (false, false);
    }
}
