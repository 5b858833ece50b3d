using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>Asks servers for calendars.</summary>
internal sealed class FeedServers(IFeedFetcher fetcher, FeedIntake intake, IOptions<OnCallOptions> options, TimeProvider time)
{
    // A server that has never answered is asked again soon; for all others there is a copy.
    private static readonly TimeSpan Impatient = TimeSpan.FromMinutes(1);

    /// <summary>Asks for a calendar where it is time to. Several callers at once ask once; a caller that gives up leaves it to the next.</summary>
    public async Task AskAsync(OnCallFeed feed, CancellationToken cancellationToken)
    {
        await feed.Asking.WaitAsync(cancellationToken);
        try
        {
            var wait = feed.State.Copy is null ? Impatient : options.Value.FeedsEvery;
            if (feed.AskedAt is { } asked && time.GetElapsedTime(asked) < wait) return;

            var answer = await AnswerAsync(feed, cancellationToken);
            feed.AskedAt = time.GetTimestamp();
            switch (answer)
            {
                case FeedAnswer.Fetched fetched:
                    intake.Take(feed, fetched.Text, fetched.ETag);
                    break;
                case FeedAnswer.Unchanged:
                    intake.Confirm(feed);
                    break;
                case FeedAnswer.Failed failed:
                    intake.Fail(feed, $"the calendar cannot be fetched: {failed.Reason}");
                    break;
            }
        }
        finally
        {
            feed.Asking.Release();
        }
    }

    /// <summary>A fetcher that throws, for a mistake of ours, must not keep everybody from being told of anything.</summary>
    private async Task<FeedAnswer> AnswerAsync(OnCallFeed feed, CancellationToken cancellationToken)
    {
        try
        {
            return await fetcher.FetchAsync(feed.Address!, feed.State.Copy?.ETag, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new FeedAnswer.Failed(e.Message);
        }
    }
}
