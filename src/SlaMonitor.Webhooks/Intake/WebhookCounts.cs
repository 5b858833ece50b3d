using System.Collections.Concurrent;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Webhooks.Connections;

namespace SlaMonitor.Webhooks.Intake;

/// <summary>
/// How often a connection sent what was refused, unreadable, or understood only in part. Names of connections only:
/// the words are in the log.
/// </summary>
public sealed class WebhookCounts : ICounts
{
    private readonly ConcurrentDictionary<(string Connection, string What), long> _counts = new();

    /// <inheritdoc />
    public IReadOnlyDictionary<string, long> Read() =>
        _counts.ToDictionary(count => $"webhooks.{count.Key.Connection}.{count.Key.What}", count => count.Value, StringComparer.Ordinal);

    internal void Add(Connection connection, string what) => _counts.AddOrUpdate((connection.Name, what), 1, (_, count) => count + 1);
}
