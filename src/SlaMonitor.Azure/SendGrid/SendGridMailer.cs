using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SendGrid;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Azure.SendGrid;

/// <summary>
/// Hands mails to SendGrid. Busy and away are waited out as far as <see cref="SendGridOptions"/> allows; what SendGrid refuses
/// is told in its own words.
/// </summary>
internal sealed class SendGridMailer(
    IHttpClientFactory clients, IOptions<SendGridOptions> options, TimeProvider time, ILogger<SendGridMailer> logger) : IMailer
{
    /// <summary>The name of the HTTP client.</summary>
    public const string ClientName = "sendgrid";

    public string? Obstacle =>
        KeyVaultReference.Problem($"{SendGridOptions.Section}:{nameof(SendGridOptions.ApiKey)}", options.Value.ApiKey);

    public string Destination => "SendGrid";

    public async Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);

        var outcome = Obstacle is { } obstacle ? new SendOutcome.Unavailable(obstacle) : await TryAsync(mail, cancellationToken);
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                logger.TakenBySendGrid(mail.NotificationId, accepted.Reference);
                break;
            case SendOutcome.Unavailable unavailable:
                logger.DeferredBySendGrid(mail.NotificationId, unavailable.Reason);
                break;
            case SendOutcome.Refused refused:
                logger.RefusedBySendGrid(mail.NotificationId, refused.Reason);
                break;
        }

        return outcome;
    }

    private async Task<SendOutcome> TryAsync(Mail mail, CancellationToken cancellationToken)
    {
        try
        {
            var response = await Client().SendEmailAsync(SendGridMail.Of(mail, options.Value), cancellationToken);
            return await SendGridReply.ToOutcomeAsync(response, time.GetUtcNow(), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            return new SendOutcome.Unavailable($"SendGrid did not take the mail within {options.Value.Timeout:c}.");
        }
        catch (Exception e) when (e is HttpRequestException or AmbiguousTryException or BrokenCircuitException)
        {
            return new SendOutcome.Unavailable(e.Message);
        }
    }

    /// <summary>Which host, with which key.</summary>
    internal static SendGridClientOptions Settings(SendGridOptions options)
    {
        var settings = new SendGridClientOptions { ApiKey = options.ApiKey };
        if (options.Eu) settings.SetDataResidency("eu");
        if (options.Host is { } host) settings.Host = host.GetLeftPart(UriPartial.Authority);
        return settings;
    }

    // A client of the factory lives for one mail; the connections below it are pooled.
    private SendGridClient Client() => new(clients.CreateClient(ClientName), Settings(options.Value));
}
