using NodaTime;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;

namespace SlaMonitor.Monitoring.Board;

/// <summary>
/// The reports on the month that runs, one for each agreement in force. Each reads all that was decided in it; so they are made once in a
/// while, however many look.
/// </summary>
public sealed class RunningMonths
{
    private static readonly TimeSpan MakeEvery = TimeSpan.FromSeconds(30);

    private readonly ReportMaker _maker;
    private readonly IAgreementSource _agreements;
    private readonly IClock _clock;
    private readonly SharedLook<IReadOnlyList<Report>> _reports;

    /// <param name="maker">Makes them.</param>
    /// <param name="agreements">The agreements.</param>
    /// <param name="clock">The monitor's clock.</param>
    /// <param name="time">Real time.</param>
    public RunningMonths(ReportMaker maker, IAgreementSource agreements, IClock clock, TimeProvider time)
    {
        (_maker, _agreements, _clock) = (maker, agreements, clock);
        _reports = new(() => Task.Run(MakeAsync), MakeEvery, time);
    }

    /// <summary>The reports, at most half a minute old.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public Task<IReadOnlyList<Report>> LookAsync(CancellationToken cancellationToken) => _reports.LookAsync(cancellationToken);

    private async Task<IReadOnlyList<Report>> MakeAsync()
    {
        var (now, reports) = (_clock.GetCurrentInstant(), new List<Report>());
        foreach (var history in (await _agreements.GetTermsAsync(CancellationToken.None)).Agreements)
        {
            if (history.VersionAt(now) is not { } version) continue;

            var month = ReportSpan.Containing(now.InZone(version.TimeZone).Date, ReportPeriod.Month);
            reports.Add(await _maker.MakeAsync(history, month, onPromise: null, CancellationToken.None));
        }

        return reports;
    }
}
