using NodaTime.Text;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Webhooks.Tests.Harness;

/// <summary>An event in one line, with everything that it says and nothing that it does not.</summary>
internal static class EventText
{
    public static string Of(TicketEvent e)
    {
        var said = typeof(TicketChange).GetProperties()
            .Where(property => property.Name != nameof(TicketChange.None) && property.GetValue(e.Change) is not null)
            .Select(property => $"{property.Name.ToLowerInvariant()}={Value(property.GetValue(e.Change)!)}");
        return $"{e.Type.ToString().ToLowerInvariant()} {e.TicketId} at {InstantPattern.ExtendedIso.Format(e.Time)} "
            + $"[{string.Join(' ', said)}] id {e.Id} of {e.Source}, '{e.TypeName}'";
    }

    private static string Value(object value) => value switch
    {
        IEnumerable<string> list => $"({string.Join(' ', list)})",
        Uri link => link.AbsoluteUri,
        Instant time => InstantPattern.ExtendedIso.Format(time),
        Enum or bool or int => value.ToString()!.ToLowerInvariant(),
        _ => $"'{value}'",
    };
}
