using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;

namespace SlaMonitor.Azure.SendGrid;

/// <summary>
/// What is done about a SendGrid that is slow, busy or away. One set for all mails: the breaker remembers from mail to mail.
/// </summary>
internal sealed class SendGridPolicies
{
    private readonly SendGridOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILogger<SendGridPolicies> _logger;

    public SendGridPolicies(IOptions<SendGridOptions> options, TimeProvider time, Random random, ILogger<SendGridPolicies> logger)
    {
        _options = options.Value;
        _time = time;
        _random = random;
        _logger = logger;
        All = Policy.TimeoutAsync<HttpResponseMessage>(_options.Timeout);
        Try = Policy.TimeoutAsync<HttpResponseMessage>(_options.TryTimeout);
        Retry = Policy<HttpResponseMessage>
            .HandleResult(IsWorthAnother)
            .Or<HttpRequestException>()
            .Or<AmbiguousTryException>(e => e.MayTryOnceMore)
            // Not an error to hand on: the queue delivers again at once, and ten deliveries would be burnt while the circuit is open.
            .Or<BrokenCircuitException>()
            .WaitAndRetryAsync(_options.Retries, (retry, failure, _) => Wait(retry, failure), LogRetryAsync);
        Breaker = Policy<HttpResponseMessage>
            .HandleResult(answer => answer.StatusCode >= HttpStatusCode.InternalServerError)
            .Or<HttpRequestException>()
            .Or<AmbiguousTryException>()
            .CircuitBreakerAsync(
                _options.BreakAfter, _options.BreakFor, (_, broken) => _logger.CircuitOpened(broken.TotalSeconds), _logger.CircuitClosed);
    }

    /// <summary>The time for everything.</summary>
    public IAsyncPolicy<HttpResponseMessage> All { get; }

    /// <summary>The tries, with the waits between them.</summary>
    public IAsyncPolicy<HttpResponseMessage> Retry { get; }

    /// <summary>
    /// Leaves SendGrid alone for a while after failures in a row. A 429 is none: it is an answer, and says how long to wait.
    /// </summary>
    public IAsyncPolicy<HttpResponseMessage> Breaker { get; }

    /// <summary>The time for one try.</summary>
    public IAsyncPolicy<HttpResponseMessage> Try { get; }

    private bool IsWorthAnother(HttpResponseMessage answer) =>
        SendGridReply.IsNotNow(answer.StatusCode) && !(RetryWait.Asked(answer, _time.GetUtcNow()) > _options.LongestWait);

    private TimeSpan Wait(int retry, DelegateResult<HttpResponseMessage> failure)
    {
        var backoff = RetryWait.Backoff(retry, _options.FirstWait, _options.LongestWait, _random.NextDouble());
        var asked = failure.Exception is BrokenCircuitException ? _options.BreakFor : RetryWait.Asked(failure.Result, _time.GetUtcNow());
        return asked > backoff ? asked.Value : backoff;
    }

    private Task LogRetryAsync(DelegateResult<HttpResponseMessage> failure, TimeSpan wait, int retry, Context context)
    {
        var what = failure.Result is { } answer ? $"{(int)answer.StatusCode} {answer.StatusCode}" : failure.Exception.Message;
        _logger.TriedAgain(what, retry, wait.TotalSeconds);
        return Task.CompletedTask;
    }
}
