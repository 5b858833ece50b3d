using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>Troubles in which the health once said that all was well, each in the whole program.</summary>
public sealed class HealthOfSeenTroublesTests
{
    private const string Created = """{"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1","data":"""
        + """{"priority":"urgent","assignee":"li.wei"}}""";

    [Fact]
    public async Task Well_AfterAnEvaluation_IsHealthy()
    {
        await using var monitor = await StartAsync();
        await TakeAsync(monitor);
        await monitor.AdvanceToAsync("2026-03-02T18:00:00+08:00");

        var (status, health) = await HealthAsync(monitor);
        Assert.Equal((200, "healthy", "ok"), (status, (string?)health["status"], (string?)health["lastEvaluation"]!["outcome"]));
        Assert.NotNull(health["mails"]!["lastSentAt"]);
    }

    [Fact]
    public async Task Queue_Unreachable_Is503()
    {
        await using var monitor = await StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton(QueueAway.Create())));

        await AssertUnhealthyAsync(monitor, QueueAway.Message);
    }

    [Fact]
    public async Task OldestDue_MonthsOverdue_Is503()
    {
        await using var monitor = await StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton(QueueAway.Create())));
        await TakeAsync(monitor);
        await monitor.AdvanceToAsync("2026-09-02T09:00:00+08:00");

        await AssertUnhealthyAsync(
            monitor, QueueAway.Message, "The evaluation of 2026-09-02T01:00:00Z failed: The queue is away.",
            "Ticket HD-1 should have been looked at 183 days ago, at 2026-03-02T01:30:00Z: deadlines are not looked at.");
    }

    [Fact]
    public async Task AgreementChange_Refused_IsDegraded_UntilItIsMended()
    {
        using var folder = new AgreementPlace();
        await using var monitor = await StartAsync(settings: folder.Settings);
        folder.Write(AgreementPlace.Good.Replace("within: 15m", "within: 15 min", StringComparison.Ordinal));
        await AssertDegradedAsync(
            monitor, "The agreements are not in force as they are written; those before stay: "
            + $"{folder.File}:31:91: error: '15 min' is not a duration; write 15m, 4h, 1h30m or 2d");

        folder.Write(AgreementPlace.Good);
        Assert.Equal("healthy", (string?)(await HealthAsync(monitor)).Health["status"]);
    }

    [Fact]
    public async Task AgreementFolder_Gone_IsDegraded()
    {
        using var folder = new AgreementPlace();
        await using var monitor = await StartAsync(settings: folder.Settings);
        folder.Dispose();

        await AssertDegradedAsync(
            monitor, "The agreements are not in force as they are written; those before stay: "
            + $"{folder.Folder}:1:1: error: there is no such folder; the setting Agreements:Folder names the folder that the agreements "
            + "are in");
    }

    [Fact]
    public async Task Smtp_Away_Is503()
    {
        await using var monitor = await StartAsync(settings: SmtpAway.Settings());
        await TakeAsync(monitor);
        await monitor.AdvanceToAsync("2026-03-02T18:00:00+08:00");

        var (status, health) = await HealthAsync(monitor);
        Assert.Equal((503, "unhealthy"), (status, (string?)health["checks"]!["mails"]));
        var problem = Assert.Single(health["problems"]!.AsArray())!.GetValue<string>();
        Assert.Matches(@"^No mail has left since 20\d\d-[\d-]+T[\d:.]+Z, and all mails wait: .*refused", problem);
    }

    [Fact]
    public async Task EveryRecipient_Bounced_IsDegraded_AndNamesTheTicket()
    {
        var people = new TakingAll();
        await using var monitor = await StartAsync(services => services.AddSingleton<IMailer>(people));
        await TakeAsync(monitor);
        await monitor.AdvanceToAsync("2026-03-02T09:31:00+08:00");
        while (people.Mails.TryDequeue(out var mail))
        {
            await monitor.Get<IDeliveryReports>().AcceptAsync(
                [
                    new DeliveryReport(
                        mail.NotificationId, mail.TicketId, mail.To, DeliveryKind.Bounced, "550 no such user", mail.Date, "event"),
                ],
                default);
            await monitor.AdvanceToAsync("2026-03-02T09:31:00+08:00");
        }

        var (status, health) = await HealthAsync(monitor);
        Assert.Equal((200, "degraded"), (status, (string?)health["status"]));
        Assert.EndsWith(
            " mail(s) reached nobody, and nobody is left who could be told, of ticket HD-1: see to it, mend the addresses, and send them "
            + "again or drop them (/api/dead-letters).",
            Assert.Single(health["problems"]!.AsArray())!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    private static Task<TestMonitor> StartAsync(
        Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string?>? settings = null) =>
        TestMonitor.StartAsync(
            configure,
            new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>(), StringComparer.Ordinal)
            {
                ["Health__LookEvery"] = "00:00:00",
            },
            "2026-03-02T09:00:00+08:00");

    private static async Task TakeAsync(TestMonitor monitor)
    {
        using var taken = await monitor.PostAsync("application/cloudevents+json", Created);
        Assert.Equal(200, (int)taken.StatusCode);
    }

    private static async Task AssertUnhealthyAsync(TestMonitor monitor, params string[] problems)
    {
        var (status, health) = await HealthAsync(monitor);
        Assert.Equal(problems, health["problems"]!.AsArray().Select(problem => (string?)problem));
        Assert.Equal((503, "unhealthy"), (status, (string?)health["status"]));
    }

    private static async Task AssertDegradedAsync(TestMonitor monitor, params string[] problems)
    {
        var (status, health) = await HealthAsync(monitor);
        Assert.Equal(problems, health["problems"]!.AsArray().Select(problem => (string?)problem));
        Assert.Equal((200, "degraded"), (status, (string?)health["status"]));
    }

    private static async Task<(int Status, JsonNode Health)> HealthAsync(TestMonitor monitor)
    {
        using var answer = await monitor.Http.GetAsync("/api/health");
        return ((int)answer.StatusCode, await answer.JsonAsync());
    }

    private sealed class TakingAll : IMailer
    {
        public ConcurrentQueue<Mail> Mails { get; } = new();

        public Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
        {
            Mails.Enqueue(mail);
            return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(mail.NotificationId));
        }
    }

    private sealed class AgreementPlace : IDisposable
    {
        public AgreementPlace() => Write(Good);

        public static string Good { get; } =
            System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "agreements", "standard-support.yaml"));

        public string Folder { get; } = Directory.CreateTempSubdirectory("sla-agreements-").FullName;

        public string File => Path.Combine(Folder, "a.yaml");

        public Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
        {
            ["Agreements__Folder"] = Folder,
            ["Agreements__LookEvery"] = "00:00:00",
        };

        public void Write(string text) => System.IO.File.WriteAllText(File, text);

        public void Dispose()
        {
            if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        }
    }
}
