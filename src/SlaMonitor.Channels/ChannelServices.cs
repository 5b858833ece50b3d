using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SlaMonitor.Channels.Gotify;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Channels.Ntfy;
using SlaMonitor.Channels.PagerDuty;
using SlaMonitor.Channels.Slack;
using SlaMonitor.Channels.Teams;
using SlaMonitor.Channels.Twilio;
using SlaMonitor.Channels.Webhook;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels;

/// <summary>Wires the ways to tell people beside mail.</summary>
public static class ChannelServices
{
    /// <summary>Connects the channels of the section <see cref="ChannelOptions.Section"/>. Needs a <see cref="TimeProvider"/>.</summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="configuration">The whole configuration.</param>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        services.AddEgress();
        services.AddSingleton<ChannelKind, SlackKind>();
        services.AddSingleton<ChannelKind, TeamsKind>();
        services.AddSingleton<ChannelKind, WebhookKind>();
        services.AddSingleton<ChannelKind, PagerDutyKind>();
        services.AddSingleton<ChannelKind, NtfyKind>();
        services.AddSingleton<ChannelKind, GotifyKind>();
        services.AddSingleton<ChannelKind, TwilioKind>();
        services.AddOptions<Dictionary<string, ChannelOptions>>()
            .Bind(configuration.GetSection(ChannelOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<Dictionary<string, ChannelOptions>>, ChannelsValidator>();
        services.AddSingleton<IChannels, ChannelBook>();
        return services;
    }
}
