using Microsoft.Extensions.Options;
using SlaMonitor.Webhooks.Kinds;

namespace SlaMonitor.Webhooks.Connections;

/// <summary>The connections of this monitor.</summary>
public sealed class ConnectionBook
{
    private readonly Dictionary<string, Connection> _byName;

    /// <summary>Makes the configured connections ready.</summary>
    public ConnectionBook(IOptions<WebhookOptions> options, IEnumerable<HelpdeskKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(options);

        _byName = options.Value.Connections
            .Select(configured => new ConnectionBuilder([.. kinds], configured.Key, configured.Value).Build())
            .ToDictionary(connection => connection.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<Connection> All => [.. _byName.Values.OrderBy(connection => connection.Name, StringComparer.Ordinal)];

    /// <summary>The connection of a name, in whichever case it is written.</summary>
    public Connection? Find(string name) => _byName.GetValueOrDefault(name);
}
