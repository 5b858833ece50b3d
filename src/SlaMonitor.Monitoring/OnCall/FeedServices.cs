using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>Wires the on-call calendars.</summary>
internal static class FeedServices
{
    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        services.AddOptions<OnCallOptions>().BindConfiguration(OnCallOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IFeedCopies, NoFeedCopies>();
        services.TryAddSingleton<IFeedFetcher, HttpFeedFetcher>();
        services.TryAddSingleton<OnCallFeeds>();

        // The address may be a secret. Neither the log of the client nor a trace may have it.
        services.AddHttpClient(HttpFeedFetcher.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .RemoveAllLoggers();
        return services;
    }

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false, // the fetcher looks where it leads
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        MaxResponseHeadersLength = 32,
        ActivityHeadersPropagator = null,
    };
}
