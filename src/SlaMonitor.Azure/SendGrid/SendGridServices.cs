using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.SendGrid;

/// <summary>Wires SendGrid as the way out for mails.</summary>
public static class SendGridServices
{
    private const long LargestAnswer = 1024 * 1024;

    /// <summary>Whether the configuration names a key, and so chooses SendGrid where there is a choice.</summary>
    public static bool IsConfigured(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return !string.IsNullOrEmpty(configuration.GetSection(SendGridOptions.Section)[nameof(SendGridOptions.ApiKey)]);
    }

    /// <summary>Sends mails by SendGrid. Needs a <see cref="TimeProvider"/>.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="configuration">The whole configuration, of which the section <c>SendGrid</c> is read.</param>
    public static IServiceCollection AddSendGrid(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        services.AddOptions<SendGridOptions>().Bind(configuration.GetSection(SendGridOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SendGridOptions>, SendGridOptionsValidator>());
#pragma warning disable RS0030 // The default: chance without a seed, and safe for threads. Whoever registers another is obeyed.
        services.TryAddSingleton(Random.Shared);
#pragma warning restore RS0030
        services.TryAddSingleton<SendGridPolicies>();
        services.TryAddTransient<AmbiguousTries>();
        services.TryAddSingleton<IMailer, SendGridMailer>();

        // From the outside in: the time for all, the tries, the breaker that each try meets, and what one try may do.
        services.AddHttpClient(SendGridMailer.ClientName, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan; // the policies know better
            client.MaxResponseContentBufferSize = LargestAnswer;
        })
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .RedactLoggedHeaders(["Authorization"])
            .AddPolicyHandler((provider, _) => provider.GetRequiredService<SendGridPolicies>().All)
            .AddPolicyHandler((provider, _) => provider.GetRequiredService<SendGridPolicies>().Retry)
            .AddPolicyHandler((provider, _) => provider.GetRequiredService<SendGridPolicies>().Breaker)
            .AddHttpMessageHandler<AmbiguousTries>()
            .AddPolicyHandler((provider, _) => provider.GetRequiredService<SendGridPolicies>().Try);
        return services;
    }

    private static SocketsHttpHandler Handler(IServiceProvider provider) => new()
    {
        AllowAutoRedirect = false, // the key goes nowhere but where it was meant to go
        UseCookies = false,
        // Shorter than a try: what cannot be connected to is known not to have the mail, and is tried again without a second thought.
        ConnectTimeout = provider.GetRequiredService<IOptions<SendGridOptions>>().Value.TryTimeout / 2,
    };
}
