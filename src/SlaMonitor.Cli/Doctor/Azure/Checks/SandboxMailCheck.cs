using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>
/// Whether SendGrid would take a mail: it is handed one in the sandbox, which delivers nothing. The key is given by whoever looks, and is
/// fetched from nowhere.
/// </summary>
internal sealed class SandboxMailCheck(HttpClient http, DeployedApp app, string? key) : ICheck
{
    /// <summary>The variable that holds the key.</summary>
    public const string KeyVariable = "SENDGRID_API_KEY";

    public string Name => "sandbox mail";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(key))
            return Finding.Skipped($"no key is given in {KeyVariable}", $"set {KeyVariable} to the app's key, and run it again");
        if (await app.SettingAsync("SendGrid__From", cancellationToken) is not { } from)
            return Finding.Failed("the app's setting SendGrid__From is missing", "azd provision");

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(await HostAsync(cancellationToken), "v3/mail/send"))
        {
            Content = JsonContent.Create(Mail(from)),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key.Trim()) },
        };
        using var response = await http.SendAsync(request, cancellationToken);
        var seen = $"{(int)response.StatusCode} from {request.RequestUri!.Host}";
        return response.StatusCode switch
        {
            HttpStatusCode.OK => Finding.Ok($"{seen}: a mail from {from} is in order; nothing was delivered"),
            HttpStatusCode.Accepted => Finding.Failed(
                $"{seen}: taken as a real mail, to {from}", "tell us, please: the sandbox is not what it was"),
            _ => Finding.Failed(
                $"{seen}: {await response.Content.ReadAsStringAsync(cancellationToken)}",
                "does the key have the right Mail Send, and is the sender verified with SendGrid?"),
        };
    }

    // As the app would: SendGridOptions.
    private async Task<Uri> HostAsync(CancellationToken cancellationToken)
    {
        if (await app.SettingAsync("SendGrid__Host", cancellationToken) is { } host) return SafeAddress.Of(host, "the SendGrid key");

        var eu = string.Equals(await app.SettingAsync("SendGrid__Eu", cancellationToken), "true", StringComparison.OrdinalIgnoreCase);
        return new Uri(eu ? "https://api.eu.sendgrid.com" : "https://api.sendgrid.com");
    }

    private static object Mail(string from) => new
    {
        personalizations = new[] { new { to = new[] { new { email = from } } } },
        from = new { email = from },
        subject = "sla doctor",
        content = new[] { new { type = "text/plain", value = "A mail that is never delivered." } },
        mail_settings = new { sandbox_mode = new { enable = true } },
    };
}
