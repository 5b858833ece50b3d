using Microsoft.Extensions.Options;

namespace SlaMonitor.Azure.SendGrid.Events;

/// <summary>Checks all of <see cref="EventWebhookOptions"/> and reports every mistake at once.</summary>
[OptionsValidator]
internal sealed partial class EventWebhookOptionsValidator : IValidateOptions<EventWebhookOptions>;
