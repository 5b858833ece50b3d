using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Retention;

/// <summary>Wires what keeps the stores from growing without bound.</summary>
internal static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<TicketReduction>();
        services.TryAddSingleton<OldNotifications>();
        services.TryAddSingleton<OldMails>();
        services.TryAddSingleton<OldNotes>();
        services.TryAddSingleton<OldLetters>();
        services.TryAddSingleton(provider => new DailyRetention(
            provider.GetRequiredService<ITicketStore>(), provider.GetRequiredService<TicketReduction>(),
            provider.GetRequiredService<OldNotifications>(), provider.GetRequiredService<OldMails>(),
            provider.GetRequiredService<OldNotes>(), provider.GetRequiredService<OldLetters>(),
            provider.GetRequiredService<IMonitorNotes>(), provider.GetRequiredService<IOptions<RetentionOptions>>(),
            provider.GetRequiredService<IClock>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DailyRetention>>()));
        services.AddSingleton<ICounts>(provider => provider.GetRequiredService<DailyRetention>());
        return services;
    }
}
