namespace SlaMonitor.Monitoring.Concurrency;

/// <summary>
/// Does the same with many things, some of them at once: whoever waits for a store's answers one after the other waits for most of the
/// time. A store that commits what is asked of it at the same moment together needs it even more.
/// </summary>
internal static class AtOnce
{
    /// <summary>How many are under way at most: memory is bounded, and a store is not asked for everything at once.</summary>
    public const int Most = 32;

    /// <summary>Works on all of them.</summary>
    /// <inheritdoc cref="SelectAsync"/>
    public static Task ForEachAsync<T>(IReadOnlyList<T> items, Func<T, Task> work) => SelectAsync(
        items,
        async item =>
        {
            await work(item);
            return true;
        });

    /// <summary>Works on all of them, and answers in their order.</summary>
    /// <param name="items">The things.</param>
    /// <param name="work">What to do with one. It may run beside others of its kind.</param>
    /// <returns>What the work answered, in the order of the things.</returns>
    /// <remarks>When one throws, no other is begun, and the exception comes when those under way have ended.</remarks>
    public static async Task<TResult[]> SelectAsync<T, TResult>(IReadOnlyList<T> items, Func<T, Task<TResult>> work)
    {
        if (items.Count == 1) return [await work(items[0])];

        var results = new TResult[items.Count];
        var (next, isOver) = (-1, false);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(items.Count, Most)).Select(_ => WorkAsync()));
        return results;

        async Task WorkAsync()
        {
            // A store may answer without ever letting go of the thread: so each begins on one of its own.
            await Task.Yield();
            try
            {
                for (int i; !Volatile.Read(ref isOver) && (i = Interlocked.Increment(ref next)) < items.Count;)
                    results[i] = await work(items[i]);
            }
            catch
            {
                Volatile.Write(ref isOver, true);
                throw;
            }
        }
    }
}
