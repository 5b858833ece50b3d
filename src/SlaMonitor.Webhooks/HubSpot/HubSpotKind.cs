using System.Text;
using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.HubSpot;

/// <summary>HubSpot: the webhooks of an app, a list of changes, and those of a workflow, which send the ticket's properties.</summary>
internal sealed class HubSpotKind : HelpdeskKind
{
    /// <inheritdoc />
    public override string Name => "hubspot";

    /// <summary>The stages of the pipeline that every account begins with, by number and by name.</summary>
    internal override Traits Traits { get; } = new()
    {
        ReplayWindow = Duration.FromMinutes(5),
        SignsAddress = true,
        Statuses = new Dictionary<string, TicketStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["1"] = TicketStatus.New,
            ["new"] = TicketStatus.New,
            ["2"] = TicketStatus.Pending,
            ["waiting on contact"] = TicketStatus.Pending,
            ["3"] = TicketStatus.Open,
            ["waiting on us"] = TicketStatus.Open,
            ["4"] = TicketStatus.Closed,
            ["closed"] = TicketStatus.Closed,
        },
        Priorities = new Dictionary<string, TicketPriority>(StringComparer.OrdinalIgnoreCase)
        {
            ["low"] = TicketPriority.Low,
            ["medium"] = TicketPriority.Normal,
            ["high"] = TicketPriority.High,
            ["urgent"] = TicketPriority.Urgent,
        },
    };

    /// <summary>An app sends a list.</summary>
    internal override bool NeedsBody => false;

    /// <inheritdoc />
    public override Verdict Verify(WebhookRequest request, Keyring keyring, Instant now)
    {
        if (request.Header("X-HubSpot-Signature-v3") is not { } signature) return Verdict.Missing;
        if (request.Header("X-HubSpot-Request-Timestamp") is not { } stamp) return Verdict.Missing;

        // The address is the one that HubSpot was given: behind a proxy, ours looks otherwise.
        var head = Encoding.UTF8.GetBytes($"POST{keyring.Address}");
        return Hmac.IsSha256Base64(keyring, signature, head, request.Body.Span, Encoding.UTF8.GetBytes(stamp))
            ? ReplayWindow.Check(VendorTime.Read(stamp, DateTimeZone.Utc), keyring, now)
            : Verdict.Wrong;
    }

    internal override void Translate(Translator translator)
    {
        switch (translator.Body.ValueKind)
        {
            case JsonValueKind.Array:
                Subscriptions.Translate(translator);
                break;
            case JsonValueKind.Object:
                WorkflowWebhook.Translate(translator);
                break;
            default:
                translator.Fail("body", "This is neither the list of changes that apps send, nor the object of properties of a workflow.");
                break;
        }
    }
}
