using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Monitoring;
using SlaMonitor.Monitoring.Forgetting;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Retention;
using SlaMonitor.StoreContracts.Monitor;

namespace SlaMonitor.StoreContracts;

/// <summary>On every kind of store a person can be forgotten and an old ticket reduced, and every figure stays.</summary>
public abstract partial class KeepingContract
{
    private const string Ann = "ann@example.com";

    private static readonly string[] Names = [Ann, "u-4711"];

    /// <summary>Adds empty stores of all kinds.</summary>
    protected abstract Task AddStoresAsync(IServiceCollection services);

    [Fact]
    public async Task Person_IsErasedFromEveryStore_AndEveryFigureStays()
    {
        var (monitor, world) = await CreateAsync();
        await FillAsync(monitor);
        var ledger = monitor.GetRequiredService<INotificationLedger>();
        await ledger.ClaimAsync(
            new("T-1", "N-1", Ann, "response, cycle 1, due", "h m", World.Opening, Duration.FromMinutes(5)), default);
        await ledger.RecordAsync("T-1", "N-1", new(NotificationState.Sent, World.Opening, $"250 {Ann}"), default);
        world.Clock.Advance(Duration.FromDays(35));
        var before = await ReportAsync(monitor);

        var forgetting = monitor.GetRequiredService<PersonForgetting>();
        var done = (await forgetting.GoOnAsync(Names, null, default))!;

        Assert.Equal((2, 1, (string?)null), (done.Record.Tickets, done.Record.Traces["notifications"], done.Next));
        Assert.Equal(Nameless(before), Nameless(await ReportAsync(monitor)));
        var record = Assert.Single(await ledger.ListAsync("T-1", default));
        Assert.DoesNotContain("ann@", $"{record}", StringComparison.Ordinal);
        var log = (await monitor.GetRequiredService<ITicketStore>().LoadAsync("T-1", default))!.Events;
        Assert.DoesNotContain(log, e => $"{e.Change.Assignee} {e.Change.Title} {string.Join(' ', e.Change.Requesters ?? [])}"
            .Contains("ann", StringComparison.OrdinalIgnoreCase));

        var again = (await forgetting.GoOnAsync(Names, null, default))!;
        Assert.Equal(done.Record.Events, again.Record.Events);
        Assert.Single(await monitor.GetRequiredService<ErasureRecords>().ListAsync(default));
    }

    [Fact]
    public async Task OldTicket_IsReduced_AndEveryFigureStays_AlsoWhenNewsComesLate()
    {
        var (monitor, world) = await CreateAsync();
        await FillAsync(monitor);
        world.Clock.Advance(Duration.FromDays(400));
        var before = await ReportAsync(monitor);

        await monitor.GetRequiredService<DailyRetention>().GoOnAsync(default);

        var ticket = (await monitor.GetRequiredService<ITicketStore>().LoadAsync("T-1", default))!;
        Assert.NotNull(ticket.State.ReducedAt);
        Assert.Equal(2, ticket.Events.Count); // the title alone is gone
        Assert.Equal(Nameless(before), Nameless(await ReportAsync(monitor)));

        var late = World.Event("T-1", 20, TicketEventType.Replied, new TicketChange { Author = Ann, OthersAreAgents = true });
        await monitor.GetRequiredService<EventIngestor>().IngestAsync([late], default);
        Assert.Equal(Nameless(before), Nameless(await ReportAsync(monitor))); // the requester's word answers nothing
    }

    private async Task<(IServiceProvider Monitor, World World)> CreateAsync()
    {
        var world = new World();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Retention:TicketsAfterDays", "300"), new("Acknowledgement:PublicUrl", "https://sla.example.com")])
            .Build();
        var services = new ServiceCollection().AddLogging().AddMonitoring();
        services.AddSingleton<IConfiguration>(configuration).AddSingleton<IClock>(world.Clock).AddSingleton<IAgreementSource>(world)
            .AddSingleton<INotificationQueue>(world).AddSingleton(Mock.Of<IMailer>());
        services.AddSingleton<TimeProvider>(new StoppedTime());
        var letters = new Mock<IDeadLetters>();
        letters.Setup(port => port.ListAsync(It.IsAny<long>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        services.AddSingleton(letters.Object);
        await AddStoresAsync(services);
        return (services.BuildServiceProvider(), world);
    }

    private static async Task FillAsync(IServiceProvider monitor)
    {
        var asked = new TicketChange { Requesters = ["u-4711", Ann], Title = "My printer", Customer = "ACME", Assignee = "bob" };
        var hers = new TicketChange { Requesters = ["carl"], Title = $"For {Ann}", Customer = "ACME", Assignee = Ann };
        var ingestor = monitor.GetRequiredService<EventIngestor>();
        await ingestor.IngestAsync(
            [
                World.Event("T-1", 0, TicketEventType.Created, asked), World.Event("T-2", 0, TicketEventType.Created, hers),
                World.Event("T-1", 1, TicketEventType.Updated, new TicketChange { Title = "Printer, Ann" }),
                World.Event("T-1", 30, TicketEventType.Resolved), World.Event("T-2", 600, TicketEventType.Resolved),
            ],
            default);
        await monitor.GetRequiredService<OutcomeFiling>().GoOnAsync(default);
    }

    private static async Task<string> ReportAsync(IServiceProvider monitor)
    {
        var maker = monitor.GetRequiredService<ReportMaker>();
        var report = await maker.MakeAsync((await maker.FindAsync("office", default))!, ReportSpan.Parse("2026-03")!, null, default);
        Assert.Equal(2, report.Tickets.Resolved);
        using var body = new MemoryStream();
        ReportJson.Write(body, report);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    /// <summary>A report without names and titles, and without the order that names bring rows of a list into.</summary>
    private static string Nameless(string report) => string.Join(
        '\n', Name().Replace(Title().Replace(report, "TITLE"), "NAME").Split("},{").Order(StringComparer.Ordinal));

    [GeneratedRegex(@"forgotten-[a-p]{20}|ann@example\.com", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("""(?<="title":)("[^"]*"|null)(?=[,}])""")]
    private static partial Regex Title();

    /// <summary>Time in which nothing takes any.</summary>
    private sealed class StoppedTime : TimeProvider
    {
        public override long GetTimestamp() => 0;

        public override DateTimeOffset GetUtcNow() => World.Opening.ToDateTimeOffset();
    }
}
