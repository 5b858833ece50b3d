using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Assessment;

/// <summary>
/// Open tickets that no agreement governs: they have no clock, and nobody is ever told of them. That may be meant so, or a customer is
/// written otherwise in the agreement than in the helpdesk. So they are counted, and the log has one ticket of each customer once a day;
/// the customer itself is named in no log.
/// </summary>
public sealed class WithoutAgreement(IClock clock, ILogger<WithoutAgreement> logger) : ICounts
{
    /// <summary>How many customers are said in a day: whoever can send events can make up any number of them.</summary>
    internal const int MostSaid = 100;

    private const string NoCustomer = "(none)";

    private readonly Lock _saying = new();
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private LocalDate _day;
    private long _count;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, long> Read() => Interlocked.Read(ref _count) is > 0 and var count
        ? new Dictionary<string, long>(StringComparer.Ordinal) { ["tickets.withoutAgreement"] = count }
        : [];

    /// <summary>Whether a ticket is open and nothing is promised for it.</summary>
    internal static bool Holds(TicketAssessment? ticket) => ticket is { Governing: null } && !ticket.Ticket.Phases[^1].IsDone;

    /// <summary>Counts a ticket, and says it where none of its customer was said today.</summary>
    internal void Note(Ticket ticket)
    {
        Interlocked.Increment(ref _count);
        var customer = ticket.Customer ?? NoCustomer;
        var said = Say(customer);
        if (said < MostSaid) logger.NoAgreement(ticket.Id);
        else if (said == MostSaid) logger.NoAgreementForMore(MostSaid);
    }

    /// <returns>How many customers were said today before this one; more than any where this one was.</returns>
    private int Say(string customer)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        lock (_saying)
        {
            if (today != _day)
            {
                _day = today;
                _said.Clear();
            }

            return _said.Count <= MostSaid && _said.Add(customer) ? _said.Count - 1 : int.MaxValue;
        }
    }
}
