using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Agreements;
using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.OnCall;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Agreements;

/// <summary>
/// The agreements of a folder, as they stand now. Files are looked at again when somebody asks, at most every few seconds, rather
/// than watched: watching does not work on every file system that an agreement may be mounted from. A change with an error in it
/// changes nothing but the log.
/// </summary>
internal sealed class AgreementFolder : IAgreementSource
{
    /// <summary>How many errors of a refused change are told. The log has all.</summary>
    private const int MostSaid = 5;

    /// <summary>How long a look that another caller has begun is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly TimeSpan _lookEvery;
    private readonly TimeProvider _time;
    private readonly IClock _clock;
    private readonly OnCallFeeds _feeds;
    private readonly ILogger<AgreementFolder> _logger;

    private volatile AgreementBook _inForce;
    private IReadOnlyList<AgreementFile> _files;
    private string _stamp;
    private long _lookedAt;
    private Task _look = Task.CompletedTask;
    private volatile IReadOnlyList<string> _refused = [];

    /// <summary>Loads the folder.</summary>
    /// <exception cref="InvalidAgreementsException">There is an error in it: a monitor without its agreements must not start.</exception>
    public AgreementFolder(
        IOptions<AgreementOptions> options, TimeProvider time, IClock clock, OnCallFeeds feeds, ILogger<AgreementFolder> logger)
    {
        (_folder, _lookEvery) = (options.Value.FullFolder, options.Value.LookEvery);
        (_time, _clock, _feeds, _logger) = (time, clock, feeds, logger);

        _lookedAt = time.GetTimestamp();
        _stamp = AgreementFiles.Stamp(_folder);
        var load = AgreementLoader.LoadFolder(_folder);
        _inForce = load.Book ?? throw new InvalidAgreementsException(load.Problems);
        _files = load.Files;
        Log(load);
    }

    public IReadOnlyList<string> Troubles => [.. _refused, .. _feeds.Troubles];

    public IReadOnlyList<AgreementFile> Files => _files;

    public async Task<AgreementBook> GetAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        return await _feeds.FillAsync(_inForce, cancellationToken);
    }

    public async Task<AgreementBook> GetTermsAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        return _feeds.Fill(_inForce);
    }

    /// <summary>
    /// Looks at the files where it is time to. One caller looks. All others wait for that look during its first second, and then go on
    /// with what is in force, so that a disk that hangs stops one of them and not all.
    /// </summary>
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        Task look;
        bool isOurs;
        lock (_gate)
        {
            isOurs = _look.IsCompleted && _time.GetElapsedTime(_lookedAt) >= _lookEvery;
            if (isOurs) (_lookedAt, _look) = (_time.GetTimestamp(), Task.Run(Look, CancellationToken.None));
            look = _look;
        }

        if (isOurs) await look.WaitAsync(cancellationToken);
        else if (!look.IsCompleted && Patience - _time.GetElapsedTime(_lookedAt) is { Ticks: > 0 } rest) await WaitAsync(look, rest);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task WaitAsync(Task look, TimeSpan atMost) =>
        await Task.WhenAny(look, Task.Delay(atMost, _time, CancellationToken.None));

    private void Look()
    {
        _feeds.LookAtFiles();

        // Taken before the files are read: a change in between is seen the next time.
        var stamp = AgreementFiles.Stamp(_folder);
        if (string.Equals(stamp, _stamp, StringComparison.Ordinal)) return;

        _stamp = stamp;
        var load = AgreementLoader.LoadFolder(_folder);
        if (load.Book is null) _logger.AgreementsRefused(_folder);
        _refused = load.Book is null ? Refusal(load) : [];
        Log(load);
        if (load.Book is { } book) Take(book, load.Files);
    }

    private void Take(AgreementBook book, IReadOnlyList<AgreementFile> files)
    {
        foreach (var change in AgreementChange.Between(_files, files))
        {
            _logger.AgreementChanged(change.File, change.Agreement, change.Version, change.Old ?? "none", change.New ?? "none");
            if (change.IsRewritten(_clock.GetCurrentInstant()))
                _logger.AgreementRewritten(change.File, change.Agreement, change.Version, change.EffectiveFrom);
        }

        _files = files;
        _inForce = book;
    }

    private static string[] Refusal(AgreementLoad load) =>
        [.. load.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)
            .Take(MostSaid)
            .Select(problem => $"The agreements are not in force as they are written; those before stay: {problem}")];

    private void Log(AgreementLoad load)
    {
        foreach (var problem in load.Problems)
        {
            if (problem.Severity == ProblemSeverity.Error) _logger.AgreementError(problem);
            else _logger.AgreementWarning(problem);
        }

        if (load.Book is not { } book) return;
        _logger.AgreementsLoaded(book.Agreements.Count, _folder);
        foreach (var list in HolidayListing.Of(book, _clock.GetCurrentInstant().InUtc().Date)) _logger.HolidaysRead(list);
    }
}
