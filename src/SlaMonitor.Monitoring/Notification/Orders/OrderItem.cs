using System.Text.Json.Serialization;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>One thing to tell.</summary>
internal sealed record OrderItem
{
    /// <summary>The ticket.</summary>
    public required string TicketId { get; init; }

    /// <summary>The clock.</summary>
    public required ClockId Clock { get; init; }

    /// <summary>What is told of it.</summary>
    public required MailItemKind Kind { get; init; }

    /// <summary>
    /// The step's <see cref="StepName"/>; for an all-clear, its own word. The name in the message is older than repetitions.
    /// </summary>
    public required string Moment { get; init; }

    /// <summary>When that was.</summary>
    public required Instant At { get; init; }

    /// <summary>Whether the step had to wait since then. The name in the message is older than the word.</summary>
    [JsonPropertyName("held")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasWaited { get; init; }

    /// <summary>Why this recipient: the word that the agreement's step names them by.</summary>
    public required string Because { get; init; }

    /// <summary>For <see cref="MailItemKind.Undelivered"/>: who could not be reached.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Unreached? Unreached { get; init; }

    /// <summary>The step's id within the ticket.</summary>
    [JsonIgnore]
    public StepId StepId => new(Clock, Moment);

    /// <summary>What a recipient is told of once: the step, or that somebody could not be reached with it.</summary>
    [JsonIgnore]
    public string Subject =>
        Unreached is { } unreached ? $"{StepId}/undelivered/{unreached.Address.ToLowerInvariant()}" : StepId.ToString();

    /// <summary>A step in words, for the record.</summary>
    public static string InWords(StepId step)
    {
        var clock = step.ToString();
        return InWords(new ClockId(clock[..clock.LastIndexOf('/')]), step.Name);
    }

    /// <summary>The same in words, for the record.</summary>
    public string InWords()
    {
        var step = InWords(Clock, Moment);
        return Unreached is { } unreached ? $"{step}, {unreached.Address} not reached" : step;
    }

    private static string InWords(ClockId clock, string moment) =>
        clock.Parts is var (target, cycle) ? $"{target}, cycle {cycle}, {moment}" : $"{clock}/{moment}";
}
