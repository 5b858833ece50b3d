using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Notification.Addressees;

namespace SlaMonitor.Monitoring.Tests.Harness;

/// <summary>Who may be told, as an administrator has set it.</summary>
internal static class Recipients
{
    public static AllowedRecipients Of(string? domains = null, ILogger<AllowedRecipients>? logger = null) => new(
        Options.Create(new RecipientOptions { AllowedDomains = domains }), logger ?? NullLogger<AllowedRecipients>.Instance);
}
