using Polly.Timeout;

namespace SlaMonitor.Azure.SendGrid;

/// <summary>
/// SendGrid knows no idempotency key. Where a request left and no answer came, nobody knows whether the mail was taken: it is tried once
/// more, and not again, since one alert twice is better than none, and three times the same is worse than twice.
/// </summary>
internal sealed class AmbiguousTries : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<bool> WasAmbiguous = new("SlaMonitor.WasAmbiguous");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutRejectedException || (e is HttpRequestException http && !NeverLeft(http)))
        {
            // The retry sends the same request object again: what is noted on it is known then.
            var onceMore = !request.Options.TryGetValue(WasAmbiguous, out _);
            request.Options.Set(WasAmbiguous, true);
            throw new AmbiguousTryException(onceMore, e);
        }
    }

    private static bool NeverLeft(HttpRequestException e) => e.HttpRequestError is
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
