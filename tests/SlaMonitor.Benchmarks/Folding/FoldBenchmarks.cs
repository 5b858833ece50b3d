using BenchmarkDotNet.Attributes;
using SlaMonitor.Benchmarks.Calendars;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Benchmarks.Folding;

/// <summary>
/// From a log to every clock of its ticket, each with its due time, under an agreement with all four metrics that is
/// found among the agreements for it. Figures are per event: the same 4,000
/// events make many small tickets or a few large ones, so a row that is as fast as the others says that the cost is linear.
/// </summary>
[OperationsPerSecond, MinColumn]
public class FoldBenchmarks
{
    private const int Events = 4000;
    private readonly Agreement _agreement = SampleAgreement.Build();
    private AgreementBook _book = null!;
    private AgreementBook _ownBook = null!;
    private TicketEvent[][] _logs = null!;

    /// <summary>Events of one ticket.</summary>
    [Params(5, 50, 500)]
    public int EventsPerTicket { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _book = new AgreementBook([new AgreementHistory([_agreement])]);
        _ownBook = new AgreementBook([new AgreementHistory([SampleAgreement.BuildOwn()])]);
        _logs = [.. Enumerable.Range(1, Events / EventsPerTicket)
            .Select(number => SampleTickets.Ticket(number, EventsPerTicket, SampleCalendars.FirstDay))];
        WarmUp.For(TimeSpan.FromSeconds(1), () => FoldAndClocks() + FoldAndClocksOfOwnMetrics() + FoldAlone() + BareLoopOfTwoClocks());
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public long FoldAndClocks() => ClocksUnder(_book);

    [Benchmark(OperationsPerInvoke = Events)]
    public long FoldAndClocksOfOwnMetrics() => ClocksUnder(_ownBook);

    private long ClocksUnder(AgreementBook book)
    {
        var sum = 0L;
        foreach (var log in _logs)
        {
            var clocks = ClockSet.Of(Ticket.Fold(log)!, facts => book.Governing(facts, log[0].Time));
            for (var i = 0; i < clocks.Count; i++)
                sum ^= clocks[i].DueAt.GetHashCode();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public int FoldAlone()
    {
        var sum = 0;
        foreach (var log in _logs)
            sum += Ticket.Fold(log)!.Phases.Count;
        return sum;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public int BareLoopOfTwoClocks()
    {
        var response = _agreement.Targets[3];
        var resolution = _agreement.Targets[^1];
        var sum = 0;
        foreach (var log in _logs)
        {
            var clocks = BareLoop.Run(log, response.Calendar, response.Within, resolution.Within);
            sum ^= clocks.Response.GetHashCode() ^ clocks.Resolution.GetHashCode() ^ (clocks.Responded ? 1 : 0) ^ (clocks.Resolved ? 2 : 0);
        }

        return sum;
    }
}
