using System.Net;
using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>
/// Whether SendGrid's events come to their own function, whose address looks like a helpdesk's. One that is not signed is refused.
/// </summary>
internal sealed class ReportsAddressCheck(MonitorClient monitor) : ICheck
{
    public string Name => "SendGrid's events";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var (status, body) = await monitor.PostAsync("webhooks/sendgrid-events", "[]", cancellationToken);
        var seen = $"{(int)status} {body}";
        if (status != HttpStatusCode.Unauthorized || !body.Contains("SendGrid", StringComparison.Ordinal))
            return Finding.Failed(seen, "they do not reach their function: tell us, please");

        return body.Contains("PublicKey", StringComparison.Ordinal)
            ? Finding.Skipped(
                "their function answers; no verification key is set, so nobody hears of bounces",
                "azd env set SENDGRID_PUBLIC_KEY KEY, azd provision")
            : Finding.Ok("their function answers, and refuses what is not signed");
    }
}
