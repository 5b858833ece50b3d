using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SlaMonitor.Monitoring.Access;

/// <summary>Wires who may do what.</summary>
public static class AccessServices
{
    /// <summary>Adds keys, sessions, and those whom the platform signs in. What a host has added before stays.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="isLocal">Whether the host is on this machine and, without a key, listens to nobody else.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong: somebody would be let in, or kept out, by a mistake.</exception>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration, bool isLocal)
    {
        var (keys, platform) = (new AccessKeys(configuration, isLocal), new PlatformSignIn(configuration, isLocal));
        IReadOnlyList<string> problems = [.. keys.Problems, .. platform.Problems];
        if (problems.Count > 0) throw new OptionsValidationException("Access", typeof(AccessKeys), problems);

        services.TryAddSingleton(keys);
        services.TryAddSingleton(platform);
        services.TryAddSingleton<Sessions>();
        return services;
    }
}
