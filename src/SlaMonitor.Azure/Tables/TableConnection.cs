using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SlaMonitor.Azure.Tables;

/// <summary>
/// How to reach Table storage, by the settings that the Functions host itself reads: <c>AzureWebJobsStorage</c> is a connection string, for
/// the emulator; <c>AzureWebJobsStorage__accountName</c> or <c>__tableServiceUri</c> name the account, and the app's identity opens it
/// (<c>__clientId</c> where it has several).
/// </summary>
internal static class TableConnection
{
    private const string Setting = "AzureWebJobsStorage";
    private const string AccountName = $"{Setting}:accountName";
    private const string ServiceUri = $"{Setting}:tableServiceUri";
    private const string ClientId = $"{Setting}:clientId";

    /// <summary>
    /// Waits between tries: 0.4 s, 0.8 s, 1.6 s, or as long as the service asks. With the time-out below a call ends within 45 s, well
    /// before the 230 s after which Azure cuts a request off.
    /// </summary>
    private const int Retries = 3;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(3);

    /// <summary>The service itself gives up a query after 5 s and anything after 30 s; what takes 10 s has been lost on its way.</summary>
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether a connection string is set: then the account is an emulator's or one's own, and the tables are
    /// created when they are missing.
    /// </summary>
    public static bool IsByConnectionString(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return !string.IsNullOrWhiteSpace(configuration[Setting]);
    }

    /// <summary>A client for what the settings name. Nothing is sent yet.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="adjust">Changes to the client's options, such as a policy that counts requests.</param>
    /// <exception cref="OptionsValidationException">The settings name no storage, or name it wrongly.</exception>
    public static TableServiceClient Open(IConfiguration configuration, Action<TableClientOptions>? adjust = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        var options = new TableClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = Retries,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                NetworkTimeout = TryTimeout,
            },
        };
        adjust?.Invoke(options);
        return IsByConnectionString(configuration)
            ? OpenByConnectionString(configuration[Setting]!, options)
            : new TableServiceClient(ServiceAddress(configuration), Identity(configuration), options);
    }

    private static TableServiceClient OpenByConnectionString(string connectionString, TableClientOptions options)
    {
        try
        {
            return new TableServiceClient(connectionString, options);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            // Not what it says: there is a key in it.
            throw Wrong($"{Setting} is not a connection string of a storage account; for the emulator it is UseDevelopmentStorage=true");
        }
    }

    private static DefaultAzureCredential Identity(IConfiguration configuration) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration[ClientId] });

    private static Uri ServiceAddress(IConfiguration configuration)
    {
        if (configuration[ServiceUri] is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
                ? address
                : throw Wrong($"{Setting}__tableServiceUri is '{text}'; it must be an https address");
        }

        return configuration[AccountName] is { } account && !string.IsNullOrWhiteSpace(account)
            ? new Uri($"https://{account}.table.core.windows.net")
            : throw Wrong(
                $"no storage is set; set {Setting}__accountName to the storage account's name, or {Setting} to a connection string");
    }

    private static OptionsValidationException Wrong(string message) => new(TableOptions.Section, typeof(TableOptions), [message]);
}
