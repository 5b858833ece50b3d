using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.StoreContracts;

/// <summary>Reads page by page.</summary>
internal static class Pages
{
    public static async Task<IReadOnlyList<T>> AllAsync<T>(Func<string?, Task<KeptPage<T>>> read) =>
        await KeptPages.AllAsync(read).ToListAsync();
}
