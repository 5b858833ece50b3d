using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>A book whose rotations have the turns of their calendars.</summary>
/// <param name="Source">The book as the files have it.</param>
/// <param name="Book">The same with turns.</param>
/// <param name="Version">The state of the calendars that the turns are from.</param>
/// <param name="ValidDuring">How long the turns reach far enough.</param>
/// <param name="Troubles">What was found wrong with them.</param>
internal sealed record FilledBook(AgreementBook Source, AgreementBook Book, int Version, Interval ValidDuring, IReadOnlyList<string> Troubles)
{
    /// <summary>How far ahead turns are known. It moves on every day: nobody is told by a turn that far away.</summary>
    public static readonly Duration Horizon = Duration.FromDays(90);

    private static readonly Duration Past = Duration.FromDays(2);
    private static readonly Duration Step = Duration.FromDays(1);

    /// <summary>Whether the turns are still those of this book, of these calendars, at this time.</summary>
    public bool IsOf(AgreementBook source, int version, Instant now) =>
        ReferenceEquals(Source, source) && Version == version && ValidDuring.Contains(now);

    /// <summary>A book that names no calendar: it stays as it is for good.</summary>
    public static FilledBook WithoutFeeds(AgreementBook book, int version) => new(book, book, version, new Interval(null, null), []);

    /// <summary>Gives a book the turns of its calendars.</summary>
    /// <param name="book">The book as the files have it.</param>
    /// <param name="feeds">The calendars that it names, by where they are.</param>
    /// <param name="version">The state of the calendars.</param>
    /// <param name="now">The present.</param>
    /// <param name="logger">Hears what is wrong.</param>
    /// <param name="isNews">Whether the log has not heard yet what the calendars of this state leave out.</param>
    public static FilledBook Of(
        AgreementBook book, IReadOnlyDictionary<string, OnCallFeed> feeds, int version, Instant now, ILogger logger, bool isNews)
    {
        var troubles = new List<string>();
        var window = new Interval(now - Past, now + Horizon + Step);
        var filled = new AgreementBook(book.Agreements.Select(history => new AgreementHistory(history.Versions.Select(Fill))));
        return new FilledBook(book, filled, version, new Interval(now - Step, now + Step), troubles);

        Agreement Fill(Agreement agreement) => agreement with
        {
            Contacts = agreement.Contacts.ToDictionary(
                entry => entry.Key,
                entry => entry.Value.Rotation is { Feed: { } source } rotation
                    ? entry.Value with { Rotation = rotation with { Turns = Turns(agreement, feeds[source]) } }
                    : entry.Value,
                StringComparer.Ordinal),
        };

        DatedTurns Turns(Agreement agreement, OnCallFeed feed)
        {
            if (feed.State.Calendar is not { } calendar) return DatedTurns.None;

            try
            {
                var turns = calendar.TurnsFor(agreement, window, out var warnings);
                if (isNews) logger.OnCallFeedWarnings(warnings);
                if (turns.Members.Count == 0)
                    troubles.Add(
                        $"{feed.Shown} names nobody for the next {Horizon.Days} days; the fallback contact is told instead of who is on call.");
                return turns;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // A mistake of ours in a text of somebody else's must not keep everybody from being told of anything.
                logger.OnCallFeedFailed(e, feed.Shown);
                troubles.Add($"{feed.Shown} cannot be followed: {e.Message}; the fallback contact is told instead of who is on call.");
                return DatedTurns.None;
            }
        }
    }
}
