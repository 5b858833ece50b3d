using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Tests.Clauses;

/// <summary>What happens to a ticket, told in the wall time of the contract.</summary>
internal sealed class Story
{
    private readonly List<TicketEvent> _events = [];

    public static Story Created(string at, TicketChange? change = null) => new Story().And(TicketEventType.Created, at, change);

    public static Story Emergency(string at, TicketChange? change = null) =>
        Created(at, (change ?? TicketChange.None) with { Emergency = true });

    public Story AgentSays(string at) => And(TicketEventType.Replied, at, new TicketChange { By = Actor.Agent });

    public Story CustomerSays(string at) => And(TicketEventType.Replied, at, new TicketChange { By = Actor.Customer });

    public Story Becomes(string at, TicketStatus status) => And(TicketEventType.Updated, at, new TicketChange { Status = status });

    public Story And(TicketEventType type, string at, TicketChange? change = null)
    {
        _events.Add(new TicketEvent
        {
            TicketId = "T-1",
            Source = "/desk",
            Id = $"{_events.Count:000}",
            Time = Contract.At(at),
            Type = type,
            TypeName = type.ToString(),
            Change = change ?? TicketChange.None,
        });
        return this;
    }

    /// <summary>What the monitor makes of it, under the contract unless a variant is given.</summary>
    public TicketAssessment Assess(AgreementBook? book = null) =>
        TicketAssessment.Of(_events, [], book ?? Contract.Book, _events.Max(e => e.Time))!;

    /// <summary>The only clock of a target.</summary>
    public Clock Clock(string target, AgreementBook? book = null) => Assert.Single(Assess(book).Clocks, clock => clock.Target.Id == target);
}
