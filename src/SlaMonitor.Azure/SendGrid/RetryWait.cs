using System.Globalization;

namespace SlaMonitor.Azure.SendGrid;

/// <summary>How long to wait before the next try.</summary>
internal static class RetryWait
{
    private const string ResetHeader = "X-RateLimit-Reset";
    private const int MostDoublings = 20;

    /// <summary>
    /// What the answer asks for: <c>Retry-After</c>, or the Unix second at which SendGrid's limit starts anew. Never negative;
    /// <c>null</c> where it asks for nothing, as SendGrid's own 429 has been seen to do.
    /// </summary>
    public static TimeSpan? Asked(HttpResponseMessage? answer, DateTimeOffset now)
    {
        var asked = answer?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => Reset(answer) - now,
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    /// <summary>Doubling, half of it at random: many that failed together do not come back together.</summary>
    /// <param name="retry">1 for the first.</param>
    /// <param name="first">The longest wait before the first retry.</param>
    /// <param name="longest">The longest of all.</param>
    /// <param name="jitter">From 0 to 1.</param>
    public static TimeSpan Backoff(int retry, TimeSpan first, TimeSpan longest, double jitter)
    {
        var full = first * Math.Pow(2, Math.Min(retry, MostDoublings) - 1);
        return (full < longest ? full : longest) * (0.5 + (jitter / 2));
    }

    private static DateTimeOffset? Reset(HttpResponseMessage? answer) =>
        answer is not null
        && answer.Headers.TryGetValues(ResetHeader, out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
