using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Reporting.Monthly;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;
using static SlaMonitor.Monitoring.Tests.Clauses.Contract;

namespace SlaMonitor.Monitoring.Tests.Clauses;

/// <summary>
/// July 2025 under the contract, from the events of its tickets to the mail with its report: what was kept, how satisfied people were, what
/// the typhoon excused, and what it all costs.
/// </summary>
public sealed class MonthTests : IDisposable
{
    private readonly Workplace _place = new($"{Text}\nreports: {{ calendar: business, provider: [support-lead], customer: [customer] }}\n");

    public void Dispose() => _place.Dispose();

    /// <summary>Of five tickets four were resolved, and one went away.</summary>
    [Clause("3.2", Key = "indicators")]
    [Fact]
    public async Task Clause_3_2_ResolutionRate_IsReportedAgainstItsThreshold() =>
        await AssertSaysAsync("80%", "Resolution rate");

    /// <summary>Two customers have rated: five and three.</summary>
    [Clause("3.3", Key = "indicators")]
    [Fact]
    public async Task Clause_3_3_Satisfaction_IsReportedWithTheNumberOfAnswers() =>
        await AssertSaysAsync("4 / 5", "2 answers");

    /// <summary>The basic fee, and one for the emergency.</summary>
    [Clause("4.1", Key = "fees")]
    [Fact]
    public async Task Clause_4_1_Fees_AreThoseOfTheMonth() =>
        await AssertSaysAsync("CNY 20,000.00", "CNY 800.00");

    /// <summary>
    /// Eight of nine promises were kept, which is below 90 %, and the resolution rate is below 95 %: 10 and 3 % of the basic fee, and at
    /// most 15.
    /// </summary>
    [Clause("9.1", Key = "credits")]
    [Fact]
    public async Task Clause_9_1_Credits_AreWorkedOutAndStandBesideTheirCap() =>
        await AssertSaysAsync("88.88%", "CNY 2,000.00", "CNY 600.00", "CNY 2,600.00", "CNY 3,000.00");

    /// <summary>Without the typhoon, another first response would have come late: seven of nine.</summary>
    [Clause("10", Key = "exclusions")]
    [Fact]
    public async Task Clause_10_ForceMajeure_IsReportedWithAndWithout() =>
        await AssertSaysAsync("77.77%", "台风 (typhoon)", "both parties");

    private async Task AssertSaysAsync(params string[] figures)
    {
        var mail = await ReportAsync();
        var said = System.Net.WebUtility.HtmlDecode(mail.Html);
        Assert.All(figures, figure => Assert.Contains(figure, said, StringComparison.Ordinal));
    }

    /// <summary>The month is lived through, and the report comes on the first working day of August.</summary>
    private async Task<Mail> ReportAsync()
    {
        await LiveAsync("A", "07-07 09:00", ("07-07 09:30", Answer), ("07-07 10:00", Resolved), ("07-07 11:00", Rated(5)));
        await LiveAsync("B", "07-07 09:00", ("07-09 10:00", Resolved), ("07-09 11:00", Rated(3)));
        await LiveAsync("C", "07-18 17:00", ("07-21 14:00", Answer), ("07-21 14:30", Resolved));
        await LiveAsync("D", "07-08 03:00", new TicketChange { Emergency = true }, ("07-08 03:10", Answer), ("07-08 05:00", Resolved));
        await LiveAsync("E", "07-10 09:00", ("07-10 09:10", Answer), ("07-11 09:00", Deleted));

        _place.Clock.Reset(At("2025-08-01 09:01"));
        await _place.Get<OutcomeFiling>().GoOnAsync(default);
        await _place.Get<MonthlyReports>().GoOnAsync(default);
        await _place.NotifyAllAsync();
        return _place.Mailer.Mails.Single(mail => mail.To == "support-lead@example.com");
    }

    private static (TicketEventType, TicketChange) Answer => (TicketEventType.Replied, new() { By = Actor.Agent });

    private static (TicketEventType, TicketChange) Resolved => (TicketEventType.Resolved, TicketChange.None);

    private static (TicketEventType, TicketChange) Deleted => (TicketEventType.Deleted, TicketChange.None);

    private static (TicketEventType, TicketChange) Rated(int rating) => (TicketEventType.Rated, new() { Rating = rating });

    private Task LiveAsync(string ticket, string created, params (string At, (TicketEventType Type, TicketChange Change) What)[] later) =>
        LiveAsync(ticket, created, TicketChange.None, later);

    private async Task LiveAsync(
        string ticket, string created, TicketChange first, params (string At, (TicketEventType Type, TicketChange Change) What)[] later)
    {
        _place.Clock.Reset(At("2025-07-31 18:00"));
        (string At, (TicketEventType Type, TicketChange Change) What)[] all = [(created, (TicketEventType.Created, first)), .. later];
        var events = all.Select(one => Events.Of(
            one.What.Type, ticket, At($"2025-{one.At}").ToString(), $"{ticket}-{one.What.Type}", one.What.Change));
        await _place.Get<EventIngestor>().IngestAsync([.. events], default);
    }
}
