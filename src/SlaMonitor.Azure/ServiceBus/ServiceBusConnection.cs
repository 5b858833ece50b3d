using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Administration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SlaMonitor.Azure.ServiceBus;

/// <summary>
/// Where Service Bus is, by the names that the Functions host reads too. <c>ServiceBusConnection__fullyQualifiedNamespace</c> names the
/// namespace, and the app's identity opens it (<c>__clientId</c> where it has several); or <c>ServiceBusConnection</c> itself is a
/// connection string.
/// </summary>
internal static class ServiceBusConnection
{
    private const string Setting = "ServiceBusConnection";
    private const string Namespace = $"{Setting}:fullyQualifiedNamespace";
    private const string ClientId = $"{Setting}:clientId";
    private const string QueueSetting = "NotificationsQueue";

    /// <summary>Waits between tries: 0.8 s, 1.6 s, 3.2 s. With the time-out below a call ends within 66 s.</summary>
    private const int Retries = 3;

    /// <summary>
    /// How long one try may take. Longer than the 10 s for which the SDK holds back once the broker has said that it is too busy: with
    /// less, the SDK would fail every try of those 10 s without asking.
    /// </summary>
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(15);

    /// <summary>A client for what the settings name. Nothing is sent yet.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="adjust">Changes to the client's options.</param>
    /// <exception cref="OptionsValidationException">The settings name no namespace, or name it wrongly.</exception>
    public static ServiceBusClient Open(IConfiguration configuration, Action<ServiceBusClientOptions>? adjust = null)
    {
        var options = new ServiceBusClientOptions { RetryOptions = { MaxRetries = Retries, TryTimeout = TryTimeout } };
        adjust?.Invoke(options);
        return Open(
            configuration, text => new ServiceBusClient(text, options), (host, identity) => new ServiceBusClient(host, identity, options));
    }

    /// <summary>A client that asks how much lies in a queue. Nothing is sent yet.</summary>
    /// <exception cref="OptionsValidationException">The settings name no namespace, or name it wrongly.</exception>
    public static ServiceBusAdministrationClient OpenAdministration(IConfiguration configuration)
    {
        // It is asked for the health, which somebody waits for.
        var options = new ServiceBusAdministrationClientOptions { Retry = { MaxRetries = 1, NetworkTimeout = TimeSpan.FromSeconds(5) } };
        return Open(
            configuration,
            text => new ServiceBusAdministrationClient(text, options),
            (host, identity) => new ServiceBusAdministrationClient(host, identity, options));
    }

    /// <summary>The name of the notifications' queue.</summary>
    /// <exception cref="OptionsValidationException">The settings name none.</exception>
    public static string QueueName(IConfiguration configuration) => configuration[QueueSetting] is { Length: > 0 } name
        ? name
        : throw Wrong($"no queue is set; set {QueueSetting} to the name of the notifications' queue");

    private static T Open<T>(
        IConfiguration configuration, Func<string, T> byConnectionString, Func<string, DefaultAzureCredential, T> byIdentity)
    {
        if (configuration[Setting] is not { Length: > 0 } connectionString)
        {
            return configuration[Namespace] is { Length: > 0 } host
                ? byIdentity(host, new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration[ClientId] }))
                : throw Wrong(
                    $"no Service Bus is set; set {Setting}__fullyQualifiedNamespace to the namespace, "
                    + "as in example.servicebus.windows.net");
        }

        try
        {
            return byConnectionString(connectionString);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            // Not what it says: there is a key in it.
            throw Wrong($"{Setting} is not a connection string of Service Bus; it begins with Endpoint=sb://");
        }
    }

    private static OptionsValidationException Wrong(string message) => new(Setting, typeof(ServiceBusConnection), [message]);
}
