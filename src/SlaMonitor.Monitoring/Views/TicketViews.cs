using NodaTime;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Views;

/// <summary>Finds tickets for the API.</summary>
public sealed class TicketViews(ITicketStore store, INotificationLedger ledger, IAgreementSource agreements, IClock clock)
{
    /// <summary>The ticket as of now, or <c>null</c> where nothing is known of it.</summary>
    public async Task<TicketView?> FindAsync(string ticketId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await store.LoadAsync(ticketId, cancellationToken) is not { } stored) return null;
        if (TicketAssessment.Of(stored.Events, stored.State.FiredSteps, agreements.Current, now) is not { } assessment) return null;

        return TicketView.Of(assessment, await ledger.ListAsync(ticketId, cancellationToken), now);
    }
}
