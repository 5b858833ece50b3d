using NodaTime;
using SlaMonitor.Monitoring.Notification.Acknowledging;

namespace SlaMonitor.Monitoring.Views;

/// <summary>An acknowledge link as the API answers it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Ticket">The ticket.</param>
/// <param name="Target">The target that promises.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="By">Who has taken it.</param>
/// <param name="At">When they took it.</param>
/// <param name="Until">Until when the later steps stay quiet, or would.</param>
/// <param name="JustTaken">Whether this very request took it.</param>
public sealed record AcknowledgementView(
    AcknowledgeState State, string? Ticket, string? Target, Instant? DueAt, string? By, Instant? At, Instant? Until, bool JustTaken)
{
    /// <summary>Shows a page.</summary>
    public static AcknowledgementView Of(AcknowledgePage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var clock = page.Explanation?.Clock;
        return new(page.State, clock?.Ticket.Id, clock?.Target.Id, clock?.DueAt, page.By, page.At, page.Until, page.JustTaken);
    }
}
