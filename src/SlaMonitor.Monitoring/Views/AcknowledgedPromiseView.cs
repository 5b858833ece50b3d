using NodaTime;
using SlaMonitor.Mails.Pages;

namespace SlaMonitor.Monitoring.Views;

/// <summary>One promise behind an acknowledge link.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Ticket">The ticket.</param>
/// <param name="Target">The target that promises.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="By">Who has taken it.</param>
/// <param name="At">When they took it.</param>
/// <param name="Until">Until when the later steps stay quiet, or would.</param>
/// <param name="JustTaken">Whether this very request took it.</param>
public sealed record AcknowledgedPromiseView(
    AcknowledgeState State, string Ticket, string Target, Instant? DueAt, string? By, Instant? At, Instant? Until, bool JustTaken)
{
    internal static AcknowledgedPromiseView Of(PagePromise promise)
    {
        var clock = promise.Explanation.Clock;
        return new(promise.State, clock.Ticket.Id, clock.Target.Id, clock.DueAt, promise.By, promise.At, promise.Until, promise.JustTaken);
    }
}
