using Microsoft.Data.Sqlite;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Notifications;

/// <summary>Tells that the queue's file cannot be used now, from a mistake of the program.</summary>
internal static class QueueOutage
{
    /// <summary>Works with the queue.</summary>
    /// <param name="name">The queue's name.</param>
    /// <param name="work">What to do.</param>
    /// <exception cref="QueueUnavailableException">The queue's file cannot be used.</exception>
    public static async Task<T> RunAsync<T>(string name, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException e) when (SqliteOutage.Is(e))
        {
            throw new QueueUnavailableException($"The queue {name} cannot be used now: {e.Message}", e);
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public static Task RunAsync(string name, Func<Task> work) => RunAsync(
        name,
        async () =>
        {
            await work();
            return true;
        });
}
