using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Model;

/// <summary>Work during which the process may die, and after which it starts again and does it anew.</summary>
internal static class Mortal
{
    /// <summary>One look that puts everything on the queue and lives no longer.</summary>
    /// <returns>The messages, which nobody has delivered.</returns>
    public static async Task<IReadOnlyList<string>> EvaluateAndDieAsync(Workplace place)
    {
        var faults = new Faults { DieAt = 1, AfterTheCall = true };
        try
        {
            await place.Make<DeadlineEvaluator>(new FaultyQueue(place.Get<INotificationQueue>(), faults)).EvaluateAsync(default);
        }
        catch (ProcessDiedException)
        {
            // As it should. Where nothing was due, nothing was queued, and it lives.
        }

        return [.. (await place.TakeAllAsync()).Select(message => message.Body)];
    }

    /// <returns>Whether it died.</returns>
    public static async Task<bool> LiveAsync(Workplace place, Move move, Func<Faults, Task> work)
    {
        try
        {
            await work(new Faults { DieAt = move.DieAt, AfterTheCall = move.AfterTheCall });
            return false;
        }
        catch (ProcessDiedException)
        {
            await work(new Faults());
            return true;
        }
    }

    /// <summary>
    /// One look, and the delivery of everything that it puts on the queue: each message twice, the last first where something died.
    /// </summary>
    public static async Task<bool> EvaluateAndNotifyAsync(Workplace place, Move move)
    {
        var died = await LiveAsync(place, move, faults => place.Make<DeadlineEvaluator>(
            new FaultyStore(place.Store, faults),
            new FaultyQueue(place.Get<INotificationQueue>(), faults),
            new FaultyLedger(place.Ledger, faults),
            new MailboxNotes(new FaultyNotes(place.Get<IMonitorNotes>(), faults), place.Time)).EvaluateAsync(default));
        var messages = (await place.TakeAllAsync()).Select(message => message.Body).ToList();
        if (move.AfterTheCall) messages.Reverse();
        foreach (var body in messages)
        {
            died |= await LiveAsync(place, move, faults => place.Make<Notifier>(
                new FaultyLedger(place.Ledger, faults),
                new FaultyManifests(place.Get<IMailManifests>(), faults),
                place.Make<WaysOut>(new ObservedMailer(new FaultyMailer(place.Mailer, faults), place.Get<MonitorMetrics>())))
                .NotifyAsync(body, default));
        }

        foreach (var body in messages) await place.Get<Notifier>().NotifyAsync(body, default);
        return died;
    }
}
