using SlaMonitor.Webhooks.Connections;

namespace SlaMonitor.Webhooks.Tests.Harness;

internal static class TestConnections
{
    public const string Secret = "a-secret-of-the-tests";

    /// <summary>A connection named as its kind, with the defaults of its kind unless the test says otherwise.</summary>
    public static Connection Of(string kind, Action<ConnectionOptions>? configure = null)
    {
        var options = Options(kind);
        configure?.Invoke(options);
        return new ConnectionBuilder(kind, options).Build();
    }

    public static ConnectionOptions Options(string kind) => new()
    {
        Kind = kind,
        Secret = kind == "standard-webhooks" ? Samples.StandardSecret : Secret,
        TypePrefix = kind == "standard-webhooks" ? "com.example.ticket." : null,
    };
}
