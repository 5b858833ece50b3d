using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Kinds;

namespace SlaMonitor.Webhooks;

/// <summary>Registers the helpdesks' webhooks.</summary>
public static class WebhookServices
{
    /// <summary>
    /// Adds the connections of the section <see cref="WebhookOptions.Section"/> and what reads their requests. A host with a mistake in a
    /// connection does not start, and says every one.
    /// </summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(Helpdesks.All.Select(kind => ServiceDescriptor.Singleton<HelpdeskKind>(kind)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookOptions>, ConnectionsValidator>());
        services.TryAddSingleton<ConnectionBook>();
        services.TryAddSingleton<WebhookCounts>();
        services.AddSingleton<ICounts>(provider => provider.GetRequiredService<WebhookCounts>());
        services.TryAddSingleton<WebhookReader>();
        return services;
    }
}
