using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SlaMonitor.Agreements;
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
    private readonly string _folder;
    private readonly TimeSpan _lookEvery;
    private readonly TimeProvider _time;
    private readonly OnCallFeeds _feeds;
    private readonly ILogger<AgreementFolder> _logger;
    private readonly Lock _looking = new();

    private AgreementBook _current;
    private string _stamp;
    private long _lookedAt;

    /// <summary>Loads the folder.</summary>
    /// <exception cref="InvalidAgreementsException">There is an error in it: a monitor without its agreements must not start.</exception>
    public AgreementFolder(IOptions<AgreementOptions> options, TimeProvider time, OnCallFeeds feeds, ILogger<AgreementFolder> logger)
    {
        (_folder, _lookEvery) = (options.Value.FullFolder, options.Value.LookEvery);
        (_time, _feeds, _logger) = (time, feeds, logger);

        _lookedAt = time.GetTimestamp();
        _stamp = AgreementFiles.Stamp(_folder);
        var load = AgreementLoader.LoadFolder(_folder);
        _current = load.Book ?? throw new InvalidAgreementsException(load.Problems);
        Tell(load);
    }

    public AgreementBook Current
    {
        get
        {
            // Whoever comes while another one is looking goes on with what there is.
            if (_time.GetElapsedTime(Volatile.Read(ref _lookedAt)) < _lookEvery || !_looking.TryEnter())
                return _feeds.Fill(Volatile.Read(ref _current));
            try
            {
                Look();
            }
            finally
            {
                _looking.Exit();
            }

            return _feeds.Fill(Volatile.Read(ref _current));
        }
    }

    public IReadOnlyList<string> Troubles => _feeds.Troubles;

    public Task RefreshAsync(CancellationToken cancellationToken)
    {
        _ = Current; // so that the calendars are those of the agreements as they stand now
        return _feeds.RefreshAsync(cancellationToken);
    }

    private void Look()
    {
        Volatile.Write(ref _lookedAt, _time.GetTimestamp());
        _feeds.LookAtFiles();

        // Taken before the files are read: a change in between is seen the next time.
        var stamp = AgreementFiles.Stamp(_folder);
        if (string.Equals(stamp, _stamp, StringComparison.Ordinal)) return;

        _stamp = stamp;
        var load = AgreementLoader.LoadFolder(_folder);
        if (load.Book is { } book) Volatile.Write(ref _current, book);
        else _logger.AgreementsRefused(_folder);
        Tell(load);
    }

    private void Tell(AgreementLoad load)
    {
        foreach (var problem in load.Problems)
        {
            if (problem.Severity == ProblemSeverity.Error) _logger.AgreementError(problem);
            else _logger.AgreementWarning(problem);
        }

        if (load.Book is { } book) _logger.AgreementsLoaded(book.Agreements.Count, _folder);
    }
}
