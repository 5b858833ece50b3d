using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Mailers;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Demo;

/// <summary>Adds the demo where it is asked for.</summary>
internal static class DemoServices
{
    /// <summary>Adds the player, and its mailer before any other.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[LocalHostSettings.DemoKey] is null) return services;

        services.AddSingleton(provider => new DemoConsole(provider.GetRequiredService<LocalHostOptions>().Output));
        services.AddSingleton(provider => new DemoMailer(
            ActivatorUtilities.CreateInstance<MailFolder>(provider, provider.GetRequiredService<LocalHostSettings>().MailFolder),
            provider.GetRequiredService<DemoConsole>(),
            provider.GetRequiredService<IClock>()));
        services.AddSingleton<IMailer>(provider => provider.GetRequiredService<DemoMailer>());
        return services.AddHostedService<DemoPlayer>();
    }
}
