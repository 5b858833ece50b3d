using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlaMonitor.Harness;
using SlaMonitor.Webhooks.Tests.Fuzz;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>
/// What SendGrid tells of mails, broken and yet signed. The key is new in each run, and the time of signing is the real one, since the
/// program goes by it here.
/// </summary>
internal sealed class ReportInputs : IDisposable
{
    private static readonly string[] Kinds = ["delivered", "deferred", "bounce", "dropped", "spamreport", "open"];

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The verification key that the program is to have.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    public FuzzInput Make(Draw draw)
    {
        var count = draw.OneIn(100) ? draw.Next(1_000) : draw.Next(5);
        var reports = new JsonArray([.. Enumerable.Range(0, count).Select(place => Report(draw, place))]);
        var body = JsonSerializer.SerializeToUtf8Bytes(reports);
        if (draw.OneIn(3)) body = new Mutator(draw.Next(int.MaxValue)).Mutate(body);

        var time = draw.Usually(RealTime.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), 30);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time), .. body];
        var signature = _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (draw.OneIn(20)) signature = draw.OneIn(2) ? draw.Bytes(draw.Next(100)) : signature[..draw.Next(signature.Length)];
        return RequestBytes.Input(
            draw,
            "delivery reports",
            "POST",
            "/api/webhooks/sendgrid-events",
            [
                ("Content-Type", "application/json"),
                ("X-Twilio-Email-Event-Webhook-Signature", draw.Usually(Convert.ToBase64String(signature), 30)),
                ("X-Twilio-Email-Event-Webhook-Timestamp", time),
            ],
            body);
    }

    public void Dispose() => _key.Dispose();

    private static JsonObject Report(Draw draw, int place)
    {
        var report = new JsonObject
        {
            ["email"] = draw.Usually(draw.From(["lead@example.com", "chief@example.com", $"agent-{draw.Next(50)}@example.com"]), 6),
            ["timestamp"] = draw.OneIn(10)
                ? draw.From<JsonNode>([draw.Strange(), -1, 253402300800, 4102444800, long.MaxValue, 1e300])
                : (draw.Now - Duration.FromSeconds(draw.Next(600))).ToUnixTimeSeconds(),
            ["event"] = draw.Usually(draw.From(Kinds), 20),
            ["sg_event_id"] = draw.Usually($"{draw.Index}-{place}", 20),
            ["reason"] = draw.Usually("550 5.1.1 no such user", 3),
        };
        if (draw.OneIn(2)) report["notificationId"] = draw.Usually($"n-{draw.Next(100)}", 3);
        if (draw.OneIn(2)) report["ticketId"] = draw.Usually(draw.Ticket(), 3);
        return report;
    }
}
