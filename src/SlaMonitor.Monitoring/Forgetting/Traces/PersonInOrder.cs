using SlaMonitor.Core.Erasing;
using SlaMonitor.Monitoring.Notification.Orders;

namespace SlaMonitor.Monitoring.Forgetting.Traces;

/// <summary>Whether an order of a mail names a person.</summary>
public static class PersonInOrder
{
    /// <summary>Whether it is for them, or tells somebody else that they could not be reached.</summary>
    /// <param name="body">The body of a queue message or of a manifest; what is no order names nobody but by its words.</param>
    /// <param name="person">The person.</param>
    public static bool Is(string body, PersonNames person)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(person);
        return MailOrderJson.Read(body, out _) is { } order
            ? person.Is(order.Recipient) || person.IsIn(order.NobodyLeft)
                || order.Items.Any(item => person.Is(item.Unreached?.Address) || person.IsIn(item.Unreached?.Reason))
            : person.IsIn(body);
    }
}
