using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Monitoring.Health.Watching;

/// <summary>
/// Calls an address after each evaluation, so that a service elsewhere notices when the calls end: a monitor that is dead cannot say so
/// itself. That a call fails harms nothing else.
/// </summary>
internal sealed class LifeSign(
    IHttpClientFactory clients, IOptions<HealthOptions> options, TimeProvider time, ILogger<LifeSign> logger)
{
    /// <summary>The client's name in the factory.</summary>
    public const string ClientName = "life-sign";

    /// <summary>How long a call may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Gives a sign, where an address is set.</summary>
    /// <param name="isWell">Whether the evaluation was good; if not, the address is called with <c>/fail</c> behind its path.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task GiveAsync(bool isWell, CancellationToken cancellationToken)
    {
        if (options.Value.PingUrl is not { Length: > 0 } set || KeyVaultReference.IsUnresolved(set)) return;

        var url = new UriBuilder(set);
        if (!isWell) url.Path = $"{url.Path.TrimEnd('/')}/fail";
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url.Uri);
            using var answer = await clients.CreateClient(ClientName)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!answer.IsSuccessStatusCode) logger.LifeSignFailed($"it answered {(int)answer.StatusCode}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LifeSignFailed($"no answer within {Patience.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException e)
        {
            // The message may hold the address, which is a secret.
            logger.LifeSignFailed($"the connection failed ({e.HttpRequestError})");
        }
    }
}
