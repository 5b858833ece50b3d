using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SlaMonitor.Azure.SendGrid.Events;

/// <summary>Wires what stands before the door of the Event Webhook.</summary>
public static class EventWebhookServices
{
    /// <summary>Adds the check of signatures. Without a key it lets nothing through.</summary>
    public static IServiceCollection AddSendGridEvents(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        services.AddOptions<EventWebhookOptions>().Bind(configuration.GetSection(EventWebhookOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EventWebhookOptions>, EventWebhookOptionsValidator>());
        services.TryAddSingleton<EventSignature>();
        return services;
    }
}
