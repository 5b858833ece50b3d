using NodaTime;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Monitoring.Views;

/// <summary>Looks at everything that the monitor cannot do without.</summary>
public sealed class HealthViews(
    ITicketStore store, INotificationQueue queue, IAgreementSource agreements, UnresolvedSecrets secrets, IEnumerable<ICounts> counts,
    IClock clock)
{
    /// <summary>Looks now.</summary>
    public async Task<HealthView> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var problems = new List<string>(secrets.Problems);
        var oldest = await Try(
            async () => (await store.ReadDueAsync(now, 1, cancellationToken)).Select(due => (Instant?)due.Due).FirstOrDefault());
        var depth = await Try(() => queue.MeasureAsync(cancellationToken));
        var healthy = problems.Count == 0;
        if (depth?.DeadLettered > 0) problems.Add($"{depth.DeadLettered} notification(s) could not be sent and lie with the dead letters.");

        var book = await agreements.GetTermsAsync(cancellationToken);
        problems.AddRange(agreements.Troubles);
        var versions = book.Agreements
            .SelectMany(history => history.Versions)
            .Select(version => $"{version.Id} v{version.Version}");
        return new HealthView(HealthView.StatusOf(healthy), now, [.. versions], oldest, depth, problems, Counts());

        SortedDictionary<string, long> Counts()
        {
            var all = new SortedDictionary<string, long>(StringComparer.Ordinal);
            foreach (var (name, count) in counts.SelectMany(some => some.Read())) all[name] = count;
            return all;
        }

        async Task<T?> Try<T>(Func<Task<T>> look)
        {
            try
            {
                return await look();
            }
            catch (StoreUnavailableException e)
            {
                problems.Add(e.Message);
                return default;
            }
        }
    }
}
