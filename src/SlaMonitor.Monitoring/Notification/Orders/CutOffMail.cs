namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>A mail that another delivery has claimed and may have handed over, without having recorded so.</summary>
/// <param name="Order">What it carries.</param>
/// <param name="IsLeft">Whether its claims may be taken over already.</param>
internal sealed record CutOffMail(MailOrder Order, bool IsLeft);
