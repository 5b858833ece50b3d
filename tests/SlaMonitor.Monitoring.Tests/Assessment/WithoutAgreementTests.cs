using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Assessment;

public sealed class WithoutAgreementTests : IDisposable
{
    private const string ForAcmeAlone = SampleAgreements.Office + "\ncustomer: { name: Acme, match: { customer: ACME } }\n";

    private readonly FakeLogger<WithoutAgreement> _logger = new();
    private readonly Workplace _place;

    public WithoutAgreementTests() => _place = new Workplace(
        ForAcmeAlone, services => services.AddSingleton<ILogger<WithoutAgreement>>(_logger));

    [Fact]
    public async Task Ingest_CustomersWithoutAgreement_EachTicketIsCountedAndEachCustomerSaidOnceADay()
    {
        await IngestAsync("T-1", "Globex");
        await IngestAsync("T-2", "Globex");
        await IngestAsync("T-3", null);
        await IngestAsync("T-4", "ACME");

        Assert.Equal(3, Count());
        Assert.Equal(
            ["No agreement governs ticket T-1", "No agreement governs ticket T-3"],
            _logger.Collector.GetSnapshot().Select(record => record.Message[..record.Message.IndexOf(',', StringComparison.Ordinal)]));
        Assert.All(_logger.Collector.GetSnapshot(), record => Assert.Equal(LogLevel.Warning, record.Level));

        _place.Clock.Advance(Duration.FromDays(1));
        await IngestAsync("T-5", "Globex");
        Assert.Equal(3, _logger.Collector.Count);
    }

    [Fact]
    public async Task Ingest_MoreNewsOfTheSameTicket_IsNotCountedAgain_NorIsASettledOne()
    {
        await IngestAsync("T-1", "Globex");
        await _place.Get<EventIngestor>().IngestAsync([Events.Of(TicketEventType.Replied, "T-1", "2026-03-02T07:00:00Z")], default);
        await _place.Get<EventIngestor>().IngestAsync([Events.Of(TicketEventType.Resolved, "T-1", "2026-03-02T07:30:00Z")], default);

        Assert.Equal(1, Count());
    }

    [Fact]
    public void Note_MadeUpCustomers_FillNeitherLogNorMemory()
    {
        var notes = _place.Get<WithoutAgreement>();
        for (var i = 0; i < 3 * WithoutAgreement.MostSaid; i++)
            notes.Note(Ticket.Fold([Events.Created($"T-{i}", change: new() { Customer = $"customer-{i}" })])!);

        Assert.Equal(WithoutAgreement.MostSaid + 1, _logger.Collector.Count);
        Assert.Equal(3 * WithoutAgreement.MostSaid, Count());
    }

    public void Dispose() => _place.Dispose();

    private long Count() => _place.Get<WithoutAgreement>().Read()["tickets.withoutAgreement"];

    private Task<IngestionReceipt> IngestAsync(string ticket, string? customer) =>
        _place.Get<EventIngestor>().IngestAsync([Events.Created(ticket, change: new() { Customer = customer })], default);
}
