using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SlaMonitor.Monitoring.Egress;

/// <summary>Wires the way to servers outside.</summary>
public static class EgressServices
{
    /// <summary>Adds <see cref="EgressClient"/>. Needs a <see cref="TimeProvider"/>; may be called more than once.</summary>
    public static IServiceCollection AddEgress(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(service => service.ServiceType == typeof(EgressClient))) return services;

        services.AddOptions<EgressOptions>().BindConfiguration(EgressOptions.Section).ValidateOnStart();
        services.TryAddSingleton<EgressClient>();
        services.AddHttpClient(EgressClient.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .RemoveAllLoggers();
        return services;
    }

    private static SocketsHttpHandler Handler(IServiceProvider provider)
    {
        var allowPrivate = provider.GetRequiredService<IOptions<EgressOptions>>().Value.AllowPrivate;
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // Through a proxy nobody here sees where it connects to: whoever allows for private addresses has a network of their own.
            UseProxy = allowPrivate,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 32,
            ActivityHeadersPropagator = null,
            ConnectCallback = (context, cancellationToken) =>
                EgressClient.ConnectAsync(context.DnsEndPoint, allowPrivate, cancellationToken),
        };
    }
}
