using System.Text.Json;
using SlaMonitor.Core.Erasing;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Erasing;

public sealed class LogReductionTests
{
    private const string Ann = "ann@example.com";
    private const string Bob = "bob@example.com";

    private static readonly Instant Due = Instant.FromUtc(2026, 3, 9, 8, 0);

    private static readonly Pseudonyms Stand = new(new byte[Pseudonyms.SecretBytes]);

    [Fact]
    public void Of_RequesterWhoAgreedToADueTime_NamesThemNowhere()
    {
        TicketEvent[] log =
        [
            Of(TicketEventType.Created, new TicketChange { Requesters = [Ann], Author = Ann }),
            Of(TicketEventType.DueAgreed, new TicketChange { AgreedDue = new AgreedDue("resolution", Due, "by phone", Ann) }),
            Of(TicketEventType.Updated, new TicketChange { Author = Ann, DuesTold = [new DueTold("resolution", Due, "the field", Ann)] }),
        ];

        var reduced = Reduced(log);

        Assert.DoesNotContain("ann@", JsonSerializer.Serialize(reduced), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(new AgreedDue("resolution", Due, "by phone", Stand.Of(Ann)), reduced[1]!.AgreedDue);
        Assert.Equal([new DueTold("resolution", Due, "the field", Stand.Of(Ann))], reduced[2]!.DuesTold);
        Assert.Equal(JsonSerializer.Serialize(reduced), JsonSerializer.Serialize(Reduced([.. log.Zip(reduced, With)])));
    }

    [Fact]
    public void Of_AgentWhoAgreedToADueTime_StaysKnown()
    {
        TicketEvent[] log =
        [
            Of(TicketEventType.Created, new TicketChange { Requesters = [Ann] }),
            Of(TicketEventType.DueAgreed, new TicketChange { AgreedDue = new AgreedDue("resolution", Due, "by phone", Bob) }),
        ];

        Assert.Equal(Bob, Reduced(log)[1]!.AgreedDue!.ApprovedBy);
    }

    private static TicketEvent With(TicketEvent e, TicketChange? change) => e with { Change = change! };

    private static List<TicketChange?> Reduced(TicketEvent[] log)
    {
        var reduction = new LogReduction(Stand, log, keepsTerms: false);
        return [.. log.Select(e => reduction.Of(e)?.Change)];
    }

    private static TicketEvent Of(TicketEventType type, TicketChange change) => new()
    {
        TicketId = "T-1",
        Source = "/helpdesk",
        Id = $"{type}",
        Time = Instant.FromUtc(2026, 3, 2, 8, 0),
        Type = type,
        TypeName = "ticket",
        Change = change,
    };
}
