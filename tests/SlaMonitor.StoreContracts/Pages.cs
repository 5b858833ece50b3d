using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.StoreContracts;

/// <summary>Reads page by page.</summary>
internal static class Pages
{
    public static async Task<IReadOnlyList<T>> AllAsync<T>(Func<string?, Task<KeptPage<T>>> read)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await read(after);
            all.AddRange(page.Kept);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
