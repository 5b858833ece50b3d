using System.Text.Json;
using NodaTime;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Views;

/// <summary>A message that was given up: somebody was not told by it.</summary>
public sealed record DeadLetterView
{
    /// <summary>Its number, by which it is read, sent again and dropped.</summary>
    public required long Number { get; init; }

    /// <summary>Why it was given up, in a word.</summary>
    public required string Reason { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Whom it should have told; <c>null</c> where the message is not to be understood.</summary>
    public string? Recipient { get; init; }

    /// <summary>What it should have told: ticket and step of each thing.</summary>
    public required IReadOnlyList<string> Tells { get; init; }

    /// <summary>When it was put on the queue.</summary>
    public required Instant EnqueuedAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Deliveries { get; init; }

    /// <summary>The whole message; <c>null</c> in a list.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>The view of a dead letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="whole">Whether with its body.</param>
    public static DeadLetterView Of(DeadLetter letter, bool whole)
    {
        ArgumentNullException.ThrowIfNull(letter);

        var order = MailOrderJson.Read(letter.Body, out _);
        return new DeadLetterView
        {
            Number = letter.Sequence,
            Reason = letter.Reason,
            Description = letter.Description,
            Recipient = order?.Recipient,
            Tells = [.. order?.Items.Select(item => $"{item.TicketId}: {item.InWords()}") ?? []],
            EnqueuedAt = letter.EnqueuedAt,
            Deliveries = letter.Deliveries,
            Body = whole ? BodyOf(letter.Body) : null,
        };
    }

    /// <summary>JSON as it is; anything else as a text.</summary>
    private static JsonElement BodyOf(string body)
    {
        try
        {
            return JsonDocument.Parse(body).RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(body);
        }
    }
}
