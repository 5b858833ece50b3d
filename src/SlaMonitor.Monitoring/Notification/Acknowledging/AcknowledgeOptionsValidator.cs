using Microsoft.Extensions.Options;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>Finds wrong settings at the start.</summary>
[OptionsValidator]
internal sealed partial class AcknowledgeOptionsValidator : IValidateOptions<AcknowledgeOptions>;
