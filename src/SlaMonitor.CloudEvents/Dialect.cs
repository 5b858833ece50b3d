using System.Text.Json;

namespace SlaMonitor.CloudEvents;

/// <summary>How a sender of CloudEvents departs from our vocabulary.</summary>
/// <param name="TypePrefix">What stands before the name of what happened: <c>ticket.</c> in <c>ticket.created</c>.</param>
/// <param name="TicketField">
/// The field of <c>data</c> that names the ticket, before <c>subject</c> does; <c>null</c>: always <c>subject</c>.
/// </param>
public sealed record Dialect(string TypePrefix, string? TicketField)
{
    /// <summary>Our own vocabulary.</summary>
    public static Dialect Ours { get; } = new("ticket.", null);

    /// <summary>
    /// Our own vocabulary as an administrator writes it into a file, who may also say who took which promise. Over the network nobody may:
    /// whoever takes a promise comes by a link that we signed.
    /// </summary>
    public static Dialect OfFiles { get; } = Ours with { TakesAcknowledgements = true };

    /// <summary>Whether the sender may tell who took a promise.</summary>
    public bool TakesAcknowledgements { get; init; }

    internal string? TicketOf(string? subject, JsonElement? data) =>
        TicketField is not null && data is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(TicketField, out var named)
            ? named.ValueKind switch
            {
                JsonValueKind.String => named.GetString(),
                JsonValueKind.Number => named.GetRawText(),
                _ => subject,
            }
            : subject;
}
