using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>Corrects what counts as fired by what the ledger says was told, for a ticket whose state may lack steps.</summary>
internal static class FiredStepsFromLedger
{
    /// <summary>
    /// What counts as fired: with the steps that the ledger knows and the state does not, and without the all-clears of their clocks. Those
    /// are given again, and whoever has had one is not told twice, because the notifier claims each.
    /// </summary>
    public static StepId[] Correct(StepId[] fired, TicketAssessment assessment, IReadOnlyList<NotificationRecord> ledger, Instant now)
    {
        var told = ledger.Where(AllClearTellings.WasTold).ToList();
        var owed = AllClears.OfKept(assessment.Clocks, now)
            .Select(allClear =>
                (allClear.Id, Steps: allClear.StepIds.Where(step => told.Exists(record => AllClearTellings.Told(record, step))).ToList()))
            .Where(owed => owed.Steps.Count > 0)
            .ToList();
        return [.. fired.Union(owed.SelectMany(one => one.Steps))
            .Except(owed.Select(one => one.Id))];
    }
}
