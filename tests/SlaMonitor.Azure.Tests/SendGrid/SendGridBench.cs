using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Azure.SendGrid;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tests.SendGrid;

/// <summary>A mailer as the host wires it, against a stub; its waits are milliseconds.</summary>
internal sealed class SendGridBench : IAsyncDisposable
{
    public const string Key = "SG.very-secret-key";

    private readonly ServiceProvider _provider;

    private SendGridBench(StubSendGrid stub, ServiceProvider provider)
    {
        Stub = stub;
        _provider = provider;
    }

    public StubSendGrid Stub { get; }

    public static Mail Mail { get; } = new()
    {
        NotificationId = "0123456789abcdef0123456789abcdef",
        TicketId = "HD-5158",
        To = "lead@example.com",
        Subject = "[SLA] HD-5158 Cannot log in",
        Text = "plain",
        Html = "<p>html</p>",
        Language = "en",
        Date = Instant.FromUtc(2026, 3, 2, 9, 0),
    };

    public FakeLogCollector Logs => _provider.GetFakeLogCollector();

    /// <summary>Half past nine and 0.95 seconds: a limit that starts anew at the next full second is 50 ms away.</summary>
    public FakeTimeProvider Time => (FakeTimeProvider)_provider.GetRequiredService<TimeProvider>();

    public IMailer Mailer => _provider.GetRequiredService<IMailer>();

    public static async Task<SendGridBench> StartAsync(params (string Name, string Value)[] settings)
    {
        var stub = await StubSendGrid.StartAsync();
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["SendGrid:ApiKey"] = Key,
            ["SendGrid:From"] = "sla@example.com",
            ["SendGrid:Host"] = stub.Url,
            ["SendGrid:FirstWait"] = Milliseconds(1),
            ["SendGrid:LongestWait"] = Milliseconds(100),
            ["SendGrid:BreakFor"] = Milliseconds(150),
            ["SendGrid:BreakAfter"] = "100",
        };
        foreach (var (name, value) in settings) values[$"SendGrid:{name}"] = value;
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging())
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 30, 0, 950, TimeSpan.Zero)))
            .AddSendGrid(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return new SendGridBench(stub, services.BuildServiceProvider());
    }

    public static string Milliseconds(int count) => TimeSpan.FromMilliseconds(count).ToString("c", CultureInfo.InvariantCulture);

    public Task<SendOutcome> SendAsync(Mail? mail = null) => Mailer.SendAsync(mail ?? Mail, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Stub.DisposeAsync();
    }
}
