using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>Tells the program as SendGrid does, signed, that a mail could not be delivered.</summary>
internal sealed class DeliveryReporter : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The verification key that the program is to have.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <param name="monitor">The program.</param>
    /// <param name="mailId">The mail.</param>
    /// <param name="recipient">Whom it did not reach.</param>
    /// <param name="at">When that was.</param>
    public async Task BounceAsync(MonitorProcess monitor, string mailId, string recipient, Instant at)
    {
        var report = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["event"] = "bounce",
            ["email"] = recipient,
            ["notificationId"] = mailId,
            ["sg_event_id"] = $"bounce-{mailId}",
            ["timestamp"] = at.ToUnixTimeSeconds(),
            ["reason"] = "550 5.2.1 the mailbox is disabled",
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(new[] { report });
        var time = RealTime.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time), .. body];
        var signature = _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature));
        content.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", time);
        using var answer = await monitor.Http.PostAsync("/api/webhooks/sendgrid-events", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => _key.Dispose();
}
