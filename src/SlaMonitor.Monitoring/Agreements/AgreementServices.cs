using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Monitoring.OnCall;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Agreements;

/// <summary>Registers the agreements.</summary>
public static class AgreementServices
{
    /// <summary>
    /// Adds <see cref="IAgreementSource"/>, from a folder of files. A host that has an error in its agreements does not start, and says
    /// every one. Needs both clocks, logging, and the configuration section <see cref="AgreementOptions.Section"/>.
    /// </summary>
    public static IServiceCollection AddAgreements(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddOptions<AgreementOptions>().BindConfiguration(AgreementOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AgreementOptions>, AgreementFolderCheck>());
        services.TryAddSingleton<TrialEffects>();
        services.TryAddSingleton(provider => new AgreementTrial(
            provider.GetRequiredService<IOptions<AgreementOptions>>(), provider.GetRequiredService<IAgreementSource>(),
            provider.GetRequiredService<TrialEffects>(), provider.GetRequiredService<IClock>()));

        services.TryAddSingleton<AgreementFolder>();
        services.TryAddSingleton<ShiftAmendments>();
        services.TryAddSingleton<IAgreementSource>(provider => new AmendedAgreements(
            provider.GetRequiredService<AgreementFolder>(), provider.GetRequiredService<ShiftAmendments>()));
        return services.AddFeeds();
    }
}
