using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>Reads what a store gives out page by page.</summary>
public static class KeptPages
{
    /// <summary>All that is kept, in the order of the store.</summary>
    /// <param name="read">Reads the page after a place; <c>null</c> for the first.</param>
    public static async IAsyncEnumerable<T> AllAsync<T>(Func<string?, Task<KeptPage<T>>> read)
    {
        ArgumentNullException.ThrowIfNull(read);

        string? after = null;
        do
        {
            var page = await read(after);
            foreach (var kept in page.Kept) yield return kept;
            after = page.Next;
        }
        while (after is not null);
    }
}
