using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>Finds all that matters to a metric of an agreement's own in a ticket's history.</summary>
internal sealed class Signals
{
    private readonly List<Signal> _found = [];
    private readonly Ticket _ticket;
    private readonly MetricRule _rule;

    private Signals(Ticket ticket, MetricRule rule) => (_ticket, _rule) = (ticket, rule);

    /// <summary>The signals in their order.</summary>
    public static List<Signal> Of(Ticket ticket, MetricRule rule)
    {
        var signals = new Signals(ticket, rule);
        signals.Find(rule.Starts, SignalEffects.Starts);
        signals.Find(rule.Stops, SignalEffects.Stops);
        signals.Find(rule.Renews, SignalEffects.Renews);
        signals.FindReplies();
        signals.FindSettlements();
        signals._found.Sort(Signal.InOrder);
        return signals._found;
    }

    private void Find(IReadOnlyList<Occurrence> occurrences, SignalEffects effect)
    {
        for (var i = 0; i < occurrences.Count; i++)
        {
            switch (occurrences[i])
            {
                case Occurrence.Created: Add(_ticket.CreatedAt, effect); break;
                case Occurrence.Becomes becomes: FindTurns(becomes.When, holds: true, effect); break;
                case Occurrence.Ceases ceases: FindTurns(ceases.When, holds: false, effect); break;
                case Occurrence.Acknowledged:
                    foreach (var taken in _ticket.Acknowledgements) Add(Instant.Max(taken.At, _ticket.CreatedAt), effect);
                    break;
            }
        }
    }

    /// <summary>What holds from the creation on begins to hold with it; what does not has not ceased.</summary>
    private void FindTurns(Condition condition, bool holds, SignalEffects effect)
    {
        var states = _ticket.Detail.States;
        var held = false;
        for (var i = 0; i < states.Count; i++)
        {
            var now = condition.Holds(states[i].Facts);
            if (now != held && now == holds) Add(states[i].From, effect);
            held = now;
        }
    }

    private void FindReplies()
    {
        if (Effects<Occurrence.Reply>() == SignalEffects.None) return;

        var replies = _ticket.Detail.Replies;
        for (var i = 0; i < replies.Count; i++)
        {
            var reply = replies[i];

            // What the customer writes at the creation is the message that opens the ticket.
            if (reply.By == Actor.Customer && reply.At == _ticket.CreatedAt) continue;

            var effects = Effects(reply, IsMeant);
            if (effects == SignalEffects.None) continue;

            var end = reply is { By: Actor.Agent, Public: true } ? ClockEnd.Replied : ClockEnd.Stopped;
            _found.Add(new Signal(reply.At, Signal.Writing, i, effects, end));
        }
    }

    private void FindSettlements()
    {
        var (onReturn, onSettling) = (SignalEffects.Returns | Effects<Occurrence.Reopened>(), Effects<Occurrence.Resolved>());
        if (!_rule.FollowsResolution) onSettling = SignalEffects.Settles;
        foreach (var settled in _ticket.Settlements)
        {
            // A deletion is no resolution.
            if (!_rule.FollowsResolution || !settled.Gone)
                _found.Add(new Signal(settled.From, Signal.Settling, 0, onSettling, Courses.EndBy(settled)));
            if (settled.To is not { } to) continue;

            _found.Add(new Signal(to, Signal.Releasing, 0, SignalEffects.Releases, ClockEnd.None));
            _found.Add(new Signal(to, Signal.Returning, 0, onReturn, ClockEnd.Stopped));
        }

        if (!_rule.FollowsResolution) return;
        foreach (var phase in _ticket.Phases)
        {
            // After the resolution a cycle may run, and ends with the ticket.
            if (phase.Gone) _found.Add(new Signal(phase.From, Signal.Settling, 1, SignalEffects.Settles, ClockEnd.Gone));
        }
    }

    private void Add(Instant at, SignalEffects effect) => _found.Add(
        new Signal(at, effect == SignalEffects.Starts ? Signal.Starting : Signal.Stopping, 0, effect, ClockEnd.Stopped));

    private SignalEffects Effects<T>()
        where T : Occurrence => Effects(0, static (occurrence, _) => occurrence is T);

    /// <summary>What the metric says of something that happened.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="isMeant">Whether an occurrence that the metric names is that.</param>
    private SignalEffects Effects<T>(T happened, Func<Occurrence, T, bool> isMeant) =>
        (Names(_rule.Starts, happened, isMeant) ? SignalEffects.Starts : SignalEffects.None)
        | (Names(_rule.Stops, happened, isMeant) ? SignalEffects.Stops : SignalEffects.None)
        | (Names(_rule.Renews, happened, isMeant) ? SignalEffects.Renews : SignalEffects.None);

    private static bool Names<T>(IReadOnlyList<Occurrence> occurrences, T happened, Func<Occurrence, T, bool> isMeant)
    {
        for (var i = 0; i < occurrences.Count; i++)
        {
            if (isMeant(occurrences[i], happened)) return true;
        }

        return false;
    }

    private static bool IsMeant(Occurrence occurrence, Reply reply) =>
        occurrence is Occurrence.Reply wanted
        && (wanted.By is null || wanted.By == reply.By) && (wanted.Public is null || wanted.Public == reply.Public);
}
