using NodaTime;
using SlaMonitor.Cli.Replaying.Mails;
using SlaMonitor.Cli.Replaying.Parts;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Cli.Replaying;

/// <summary>Agreements that a history is lived through under, and what it comes to. Counted by one thread at a time.</summary>
/// <param name="name">What whoever has asked calls them.</param>
/// <param name="book">The agreements.</param>
internal sealed class ReplayedTerms(string name, AgreementBook book)
{
    private Dictionary<string, ReportBuilder> _builders = new(StringComparer.Ordinal);

    public string Name => name;

    public AgreementBook Book => book;

    /// <summary>What it comes to.</summary>
    public ReplayTotals Totals { get; } = new();

    /// <summary>How many mails it comes to; <c>null</c> where nobody asked.</summary>
    public MailTotals? Mails { get; set; }

    /// <summary>The report on each agreement, over the whole history; only those with a clock or a ticket.</summary>
    public IReadOnlyList<Report> Reports { get; private set; } = [];

    /// <summary>Makes ready for a history.</summary>
    public void Begin(SplitEvents events, Instant asOf) => _builders = book.Agreements.ToDictionary(
        history => history.Id,
        history =>
        {
            var zone = history.Versions[^1].TimeZone;
            var first = Instant.Min(events.First ?? asOf, asOf).InZone(zone).Date;
            return new ReportBuilder(new ReportScope(history, ReportSpan.Between(first, asOf.InZone(zone).Date), asOf));
        },
        StringComparer.Ordinal);

    /// <summary>Adds what a part comes to.</summary>
    public void Add(PartTotals part)
    {
        Totals.Add(part.Totals);
        foreach (var ticket in part.Outcomes)
        {
            foreach (var clock in ticket.Clocks) _builders[clock.AgreementId].Add(clock);
            if (ticket.Ticket is { } whole) _builders[whole.AgreementId].Add(whole);
        }
    }

    /// <summary>Every part has been added.</summary>
    public void End() => Reports = [.. _builders.Values.Select(builder => builder.Build())
        .Where(report => report.Promises is { Decided: > 0 } or { Open: > 0 } or { Cancelled: > 0 })];
}
