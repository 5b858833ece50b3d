using SlaMonitor.Mails.Pages;

namespace SlaMonitor.Monitoring.Views;

/// <summary>An acknowledge link as the API answers it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="JustTaken">Whether this very request took any of it.</param>
/// <param name="Promises">The promises that the link is about.</param>
public sealed record AcknowledgementView(AcknowledgeState State, bool JustTaken, IReadOnlyList<AcknowledgedPromiseView> Promises)
{
    /// <summary>Shows a page.</summary>
    public static AcknowledgementView Of(AcknowledgePage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new AcknowledgementView(page.State, page.JustTaken, [.. page.Promises.Select(AcknowledgedPromiseView.Of)]);
    }
}
