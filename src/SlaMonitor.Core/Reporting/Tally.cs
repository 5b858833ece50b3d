using System.Runtime.InteropServices;
using SlaMonitor.Core.Reporting.Figures;

namespace SlaMonitor.Core.Reporting;

/// <summary>Adds up the measures of a span.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, PromiseCounts> _byTarget = new(StringComparer.Ordinal);
    private PromiseCounts _promises;
    private TicketCounts _tickets;

    public void Add(string target, PromiseCounts counts)
    {
        _promises += counts;
        CollectionsMarshal.GetValueRefOrAddDefault(_byTarget, target, out _) += counts;
    }

    public void Add(TicketCounts counts) => _tickets += counts;

    public Measures ToMeasures() => new(_promises, _byTarget, _tickets);
}
