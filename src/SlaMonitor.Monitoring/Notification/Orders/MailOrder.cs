using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>
/// What the evaluator asks the notifier to do: one mail to one person, about all that they have to hear of now. The body of a queue
/// message; it holds names, and the notifier looks up what they stand for.
/// </summary>
internal sealed record MailOrder
{
    /// <summary>How long a claim on a notification holds before another delivery may take it: its holder has died.</summary>
    internal static readonly Duration ClaimGoesStaleAfter = Duration.FromMinutes(5);

    /// <summary>The mail: derived from all that it tells, so that a repeat is recognised.</summary>
    public required string MailId { get; init; }

    /// <summary>The recipient's address.</summary>
    public required string Recipient { get; init; }

    /// <summary>The language that the recipient reads.</summary>
    public required string Language { get; init; }

    /// <summary>The zone that the recipient reads times in (IANA).</summary>
    public required string TimeZone { get; init; }

    /// <summary>When the order was given; tells a redelivery of one message from a second message of the same mail.</summary>
    public required Instant OrderedAt { get; init; }

    /// <summary>The trace of the most pressing item's step (W3C <c>traceparent</c>), or <c>null</c> where nobody traces.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }

    /// <summary>What to tell: at least one.</summary>
    public required IReadOnlyList<OrderItem> Items { get; init; }

    /// <summary>What the operator is told by an item of <see cref="MailItemKind.Notice"/>; <c>null</c> in every other order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TicketsWithoutAgreement? WithoutAgreement { get; init; }

    /// <summary>The agreement's own date that a contact is told of; <c>null</c> in every other order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AgreementDateNotice? AgreementDate { get; init; }

    /// <summary>The report that is mailed by an item of <see cref="MailItemKind.Notice"/>; <c>null</c> in every other order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportOrder? Report { get; init; }

    /// <summary>What a requester is asked by an item of <see cref="MailItemKind.Notice"/>; <c>null</c> in every other order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SurveyOrder? Survey { get; init; }

    /// <summary>That it was put off before; <c>null</c> for one that was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Deferral? Deferral { get; init; }

    /// <summary>How often it was given up and a person has sent it again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Resent { get; init; }

    /// <summary>
    /// That nobody was left who could be told instead of the recipient, and why the recipient was not. Such an order is for the dead
    /// letters: it stays there until a person has seen it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NobodyLeft { get; init; }

    /// <summary>The ticket, or how many: for logs and traces.</summary>
    [JsonIgnore]
    public string TicketIds => WithoutAgreement is not null ? "operator"
        : AgreementDate is { } date ? $"agreement {date.Agreement}"
        : Report is { } report ? $"report {report.Agreement}"
        : Survey is { } survey ? survey.TicketId
        : Items.Select(item => item.TicketId).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : $"{Items.Count} items";

    /// <summary>
    /// The id of the queue message: one that is put off, or that tells that nobody was reached, is no repeat of the first. Nor is it one of
    /// a dead letter that is sent again (<see cref="DeadLetter.IdToResend"/>): the queue would drop a repeat in silence.
    /// </summary>
    [JsonIgnore]
    public string MessageId => (NobodyLeft, Deferral) switch
    {
        (not null, _) => string.Create(CultureInfo.InvariantCulture, $"{MailId}{DeadLetter.Again}nobody{Resent}"),
        (_, { Number: var number }) => string.Create(CultureInfo.InvariantCulture, $"{MailId}{DeadLetter.Again}later{number}"),
        _ => MailId,
    };

    /// <summary>The order of some of the items, as a mail of its own where they are not all.</summary>
    public MailOrder Of(IReadOnlyList<OrderItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count == Items.Count
            ? this
            : this with { Items = items, MailId = NotificationIds.OfMail([.. items.Select(NotificationIdOf)]) };
    }

    /// <summary>Who holds the claims that version 0.1 made for this order: they are the order's own, whoever delivers it now.</summary>
    [JsonIgnore]
    public string HolderOfVersion01 => $"{MailId} {OrderedAt}";

    /// <summary>The notification that tells the recipient of an item.</summary>
    public string NotificationIdOf(OrderItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return NotificationIds.Of(item.TicketId, item.Subject, Recipient);
    }
}
