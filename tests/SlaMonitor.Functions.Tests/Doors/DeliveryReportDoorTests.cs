using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using SlaMonitor.Azure.SendGrid.Events;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>SendGrid's Event Webhook, signed with a key of the test's own.</summary>
public sealed class DeliveryReportDoorTests : IDisposable
{
    private const string Bounce =
        """
        [{"event":"bounce","email":"a@b.example","timestamp":1777885541,"sg_event_id":"e",
         "reason":"550 no such user","notificationId":"n","ticketId":"HD-1"}]
        """;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<DeliveryReport> _taken = [];
    private readonly Mock<IDeliveryReports> _reports = new();

    public DeliveryReportDoorTests() =>
        _reports.Setup(r => r.AcceptAsync(It.IsAny<IReadOnlyList<DeliveryReport>>(), It.IsAny<CancellationToken>()))
            .Callback<IReadOnlyList<DeliveryReport>, CancellationToken>((reports, _) => _taken.AddRange(reports));

    [Fact]
    public async Task Reports_SignedBySendGrid_AreTakenAndAnsweredWithNothing()
    {
        await using var monitor = await StartAsync();
        using var answer = await PostAsync(monitor, Bounce);

        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal(
            ("n", "HD-1", DeliveryKind.Bounced, "550 no such user"),
            Assert.Single(_taken) switch { var r => (r.NotificationId, r.TicketId!, r.Kind, r.Reason) });
    }

    [Fact]
    public async Task Reports_ChangedUnderWay_Are401_AndNotTaken()
    {
        await using var monitor = await StartAsync();
        using var answer = await PostAsync(monitor, Bounce.Replace("HD-1", "HD-2", StringComparison.Ordinal), signed: Bounce);

        Assert.Equal("The signature is not one of this body by the key that is set.", (string?)(await answer.ProblemAsync(401))["detail"]);
        Assert.Empty(_taken);
    }

    [Fact]
    public async Task Reports_WithoutASignature_Are401()
    {
        await using var monitor = await StartAsync();
        using var content = new StringContent(Bounce);
        using var answer = await monitor.Http.PostAsync("/api/webhooks/sendgrid-events", content);

        await answer.ProblemAsync(401);
    }

    [Fact]
    public async Task Reports_WhereNoKeyIsSet_Are401_AndSayWhatIsMissing()
    {
        await using var monitor = await TestMonitor.StartAsync(services => services.AddSingleton(_reports.Object));
        using var answer = await PostAsync(monitor, Bounce);

        Assert.Equal("No verification key is set: SendGrid:EventWebhook:PublicKey.", (string?)(await answer.ProblemAsync(401))["detail"]);
    }

    [Fact]
    public async Task Reports_SignedNonsense_Is400()
    {
        await using var monitor = await StartAsync();
        using var answer = await PostAsync(monitor, "nonsense");

        await answer.ProblemAsync(400);
    }

    [Fact]
    public async Task Reports_WhileTheStoreIsAway_AreToBeSentAgain()
    {
        _reports.Setup(r => r.AcceptAsync(It.IsAny<IReadOnlyList<DeliveryReport>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException(StoreAway.Message, new TimeoutException()));
        await using var monitor = await StartAsync();
        using var answer = await PostAsync(monitor, Bounce);

        Assert.Equal("The store is away. Send it again.", (string?)(await answer.ProblemAsync(503))["detail"]);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    public void Dispose() => _key.Dispose();

    private Task<TestMonitor> StartAsync() => TestMonitor.StartAsync(services => services
        .AddSingleton(_reports.Object)
        .Configure<EventWebhookOptions>(options => options.PublicKey = Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo())));

    private async Task<HttpResponseMessage> PostAsync(TestMonitor monitor, string body, string? signed = null)
    {
        var time = monitor.Now.ToUnixTimeSeconds().ToString();
        var signature = _key.SignData(
            Encoding.UTF8.GetBytes(time + (signed ?? body)),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        content.Headers.Add(EventSignature.SignatureHeader, Convert.ToBase64String(signature));
        content.Headers.Add(EventSignature.TimestampHeader, time);
        return await monitor.Http.PostAsync("/api/webhooks/sendgrid-events", content);
    }
}
