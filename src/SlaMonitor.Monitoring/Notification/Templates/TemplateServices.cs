using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Monitoring.Notification.Templates;

/// <summary>Wires the templates.</summary>
internal static class TemplateServices
{
    /// <summary>
    /// Adds the templates in force, tried before the first mail. Needs the configuration section <see cref="TemplateOptions.Section"/>.
    /// </summary>
    public static IServiceCollection AddTemplates(this IServiceCollection services)
    {
        services.AddOptions<TemplateOptions>().BindConfiguration(TemplateOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TemplateOptions>, TemplateOptionsCheck>());
        services.TryAddSingleton(provider => TemplateFolder.Read(
            provider.GetRequiredService<IOptions<TemplateOptions>>().Value.Folder,
            provider.GetRequiredService<ILogger<TemplateSet>>()).Set!);
        return services;
    }
}
