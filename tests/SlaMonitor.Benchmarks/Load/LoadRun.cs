using System.Diagnostics;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>Puts a server under load.</summary>
internal sealed class LoadRun(MeasuredServer server)
{
    private int _ticket;
    private long _acknowledged;

    /// <summary>How many events the server has acknowledged.</summary>
    public long Acknowledged => _acknowledged;

    /// <summary>Posts on several connections, each of which waits for its answer before it posts again.</summary>
    /// <param name="connections">How many.</param>
    /// <param name="events">How many events a ticket gets, one after the other on one connection.</param>
    /// <param name="time">For how long.</param>
    /// <param name="isSigned">Whether they come as signed webhooks.</param>
    public async Task<LoadFigures> MeasureAsync(int connections, int events, TimeSpan time, bool isSigned = false)
    {
        var before = await server.CountersAsync();
        var watch = Stopwatch.StartNew();
        var each = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(_ => Task.Run(() => PostAsync(events, watch, time, isSigned))));
        var elapsed = watch.Elapsed;
        var after = await server.CountersAsync();

        var latencies = each.SelectMany(one => one).Order().ToList();
        return new LoadFigures(
            latencies.Count / elapsed.TotalSeconds, At(latencies, 0.5), At(latencies, 0.99),
            (double)(after.Bytes - before.Bytes) / latencies.Count, (double)(after.Milliseconds - before.Milliseconds) / latencies.Count);
    }

    /// <summary>The median of what a ticket's events cost around the n-th one, in milliseconds.</summary>
    /// <param name="n">The ticket has so many events in the middle of what is measured.</param>
    /// <param name="around">How many are measured on each side.</param>
    /// <param name="tickets">How many tickets.</param>
    public async Task<double> NthAsync(int n, int around, int tickets)
    {
        using var connection = await LoadConnection.OpenAsync(server.Port);
        var latencies = new List<double>();
        for (var i = 0; i < tickets; i++)
        {
            var ticket = NextTicket();
            const int Batch = 250;
            for (var first = 0; first < n - around; first += Batch)
            {
                var count = Math.Min(Batch, n - around - first);
                await connection.PostAsync(LoadEvents.Batch(ticket, first, count));
                _acknowledged += count;
            }

            for (var number = n - around; number < n + around; number++)
            {
                var request = LoadEvents.Request(ticket, number);
                var began = Stopwatch.GetTimestamp();
                await connection.PostAsync(request);
                latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                _acknowledged++;
            }
        }

        latencies.Sort();
        return At(latencies, 0.5);
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private async Task<List<double>> PostAsync(int events, Stopwatch watch, TimeSpan time, bool isSigned)
    {
        var latencies = new List<double>();
        using var connection = await LoadConnection.OpenAsync(server.Port);
        while (watch.Elapsed < time)
        {
            var ticket = NextTicket();
            for (var number = 0; number < events; number++)
            {
                var request = isSigned ? LoadEvents.Signed(ticket, number, server.Now) : LoadEvents.Request(ticket, number);
                var began = Stopwatch.GetTimestamp();
                await connection.PostAsync(request);
                latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                Interlocked.Increment(ref _acknowledged);
            }
        }

        return latencies;
    }

    private string NextTicket() => $"T-{Interlocked.Increment(ref _ticket)}";
}
