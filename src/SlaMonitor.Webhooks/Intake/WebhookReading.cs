using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Intake;

/// <summary>What a genuine request was read as.</summary>
/// <param name="Verdict">Whether it is genuine; if not, nothing else was looked at, unless somebody asked what it would mean.</param>
/// <param name="Translation">What it means; <c>null</c> where it was not looked at.</param>
public sealed record WebhookReading(Verdict Verdict, HelpdeskDelivery? Translation);
