using SlaMonitor.Azure.SendGrid;

namespace SlaMonitor.Azure.Tests.SendGrid;

public sealed class RetryWaitTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, 950, TimeSpan.Zero);

    [Theory]
    [InlineData("X-RateLimit-Reset", "1772443801", 50)]
    [InlineData("X-RateLimit-Reset", "1772443860", 59_050)]
    [InlineData("X-RateLimit-Reset", "1772443000", 0)] // past
    [InlineData("X-RateLimit-Reset", "60", 0)] // not what is documented: a back-off is taken instead
    [InlineData("X-RateLimit-Reset", "soon", null)]
    [InlineData("X-RateLimit-Reset", "99999999999999999", null)]
    [InlineData("Retry-After", "2", 2_000)]
    [InlineData("Retry-After", "Mon, 02 Mar 2026 09:30:02 GMT", 1_050)]
    [InlineData("Retry-After", "Mon, 02 Mar 2026 09:29:00 GMT", 0)]
    [InlineData("X-Other", "1", null)]
    public void Asked_Header_IsUnderstood(string name, string value, int? milliseconds)
    {
        using var answer = new HttpResponseMessage();
        answer.Headers.TryAddWithoutValidation(name, value);

        Assert.Equal(milliseconds is { } wait ? TimeSpan.FromMilliseconds(wait) : null, RetryWait.Asked(answer, Now));
    }

    [Theory]
    [InlineData(1, 0, 500)]
    [InlineData(1, 1, 1_000)]
    [InlineData(3, 0, 2_000)]
    [InlineData(3, 0.5, 3_000)]
    [InlineData(6, 1, 30_000)]
    [InlineData(60, 0, 15_000)]
    public void Backoff_DoublesWithJitter_UpToTheLongest(int retry, double jitter, int milliseconds) => Assert.Equal(
        TimeSpan.FromMilliseconds(milliseconds), RetryWait.Backoff(retry, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), jitter));
}
