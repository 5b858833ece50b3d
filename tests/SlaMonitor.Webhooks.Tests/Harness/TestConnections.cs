using SlaMonitor.Webhooks.Connections;

namespace SlaMonitor.Webhooks.Tests.Harness;

internal static class TestConnections
{
    public const string Secret = "a-secret-of-the-tests";

    /// <summary>Where HubSpot sends, as far as it knows.</summary>
    public const string PublicUrl = "https://sla.example.com/api/webhooks/acme";

    /// <summary>A connection named as its kind, with the defaults of its kind unless the test says otherwise.</summary>
    public static Connection Of(string kind, Action<ConnectionOptions>? configure = null)
    {
        var options = Options(kind);
        configure?.Invoke(options);
        return new ConnectionBuilder(Helpdesks.All, kind, options).Build();
    }

    public static ConnectionOptions Options(string kind) => new()
    {
        Kind = kind,
        Secret = kind == "standard-webhooks" ? HelpdeskSamples.StandardSecret : Secret,
        PublicUrl = kind == "hubspot" ? PublicUrl : null,
        TypePrefix = kind == "standard-webhooks" ? "com.example.ticket." : null,
    };

    /// <summary>One connection of each kind, as environment variables.</summary>
    public static Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var kind in Helpdesks.All.Select(kind => kind.Name))
        {
            foreach (var property in typeof(ConnectionOptions).GetProperties())
            {
                if (property.GetValue(Options(kind)) is string value) settings[$"Webhooks__Connections__{kind}__{property.Name}"] = value;
            }
        }

        return settings;
    }
}
