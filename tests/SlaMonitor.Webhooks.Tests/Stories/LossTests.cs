using SlaMonitor.Agreements;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.Webhooks.Tests.Stories;

/// <summary>
/// The story of a ticket's whole life, by each helpdesk, with random messages lost. A lost creation, and any other loss that a later
/// message tells, never makes a promise look kept that the whole story breaks. What no later message tells is listed in
/// <c>docs/webhooks.md</c>: when a pause or a resolution ended, what the priority was of a clock that has ended, and what somebody said.
/// </summary>
public sealed class LossTests
{
    private static readonly int[] Budgets = [5, 10, 14, 16, 30, 59, 61, 90, 115, 125, 170, 185, 220, 245, 290];

    private static readonly Dictionary<int, AgreementBook> Books = Budgets.ToDictionary(budget => budget, Book);

    /// <summary>The moments of which no later message tells what happened then.</summary>
    private static readonly Instant[] NotKnowable = [Plot.CustomerBack, Plot.Raised, Plot.Reopened];

    /// <summary>Helpdesks that tell but once when a ticket was created, beside the creation itself: no later message tells it.</summary>
    private static readonly string[] TellCreationOnce = ["hubspot"];

    public static TheoryData<string> Names => StoryTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Loss_ThatALaterMessageTells_NeverKeepsABrokenPromise(string name)
    {
        var told = Tell(name);
        var random = new Random(name.Length * 17);
        for (var run = 0; run < 200; run++)
        {
            var left = told.Where(message => IsNotKnowable(message, name) || random.Next(3) > 0).ToList();
            Compare(told, left, $"{name}, run {run}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Creation_ThatIsLost_ChangesNoClock(string name)
    {
        var told = Tell(name);
        var left = told.Where(message => !message.Events.Any(e => e.Type == TicketEventType.Created)).ToList();

        Assert.True(left.Count < told.Count);
        foreach (var budget in Budgets) Assert.Equal(Outcomes(told, budget), Outcomes(left, budget));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Loss_OfAnything_StillCountsFromTheCreation(string name)
    {
        var told = Tell(name);
        foreach (var only in told.Where(message => message.Events.Count > 0))
        {
            if (TellCreationOnce.Contains(name) && !TellsCreation(only)) continue;
            Assert.True(Ticket.Fold(only.Events)!.CreatedAt <= Plot.Created + Duration.FromSeconds(1));
        }
    }

    private static void Compare(IReadOnlyList<Message> whole, IReadOnlyList<Message> left, string which)
    {
        foreach (var budget in Budgets)
        {
            var broken = Outcomes(whole, budget).Where(outcome => outcome.State == ClockState.Breached).Select(Promise).ToHashSet();
            var kept = Outcomes(left, budget).Where(outcome => outcome.State == ClockState.Met).Select(Promise);
            Assert.True(
                !broken.Overlaps(kept),
                $"{which}, within {budget} minutes: {string.Join(", ", broken.Intersect(kept))} kept, of the messages at "
                + string.Join(", ", left.SelectMany(message => message.Events).Select(e => e.Time - Plot.Created)));
        }
    }

    /// <summary>First response and resolution are one promise each; of the others, it is the same that began at the same time.</summary>
    private static (Metric Metric, Instant From) Promise((Metric Metric, Instant From, ClockState State) outcome) =>
        (outcome.Metric, outcome.Metric == Metric.FirstResponse || outcome.Metric == Metric.Resolution ? default : outcome.From);

    private static List<(Metric Metric, Instant From, ClockState State)> Outcomes(IEnumerable<Message> messages, int budget)
    {
        if (Ticket.Fold([.. messages.SelectMany(message => message.Events)]) is not { } ticket) return [];

        var end = Plot.Closed + Duration.FromHours(1);
        var clocks = ClockSet.Of(ticket, facts => Books[budget].Governing(facts, ticket.CreatedAt));
        return [.. clocks.Select(clock => (clock.Target.Metric, clock.StartedAt, clock.StateAt(end)))];
    }

    private static bool IsNotKnowable(Message message, string name) =>
        message.Events.Any(e => NotKnowable.Any(moment => e.Time >= moment && e.Time - moment < Duration.FromSeconds(1)))
        || (TellCreationOnce.Contains(name) && TellsCreation(message));

    private static bool TellsCreation(Message message) =>
        message.Events.Any(e => e.Type == TicketEventType.Created || e.Change.CreatedAt is not null);

    private static List<Message> Tell(string name)
    {
        var story = StoryTests.Tell(name);
        var connection = TestConnections.Of(story.Kind);
        var number = 0;
        return
        [
            .. story.Bodies.Select(body => new Message(WebhookReader.Translate(
                connection,
                new WebhookRequest(
                    "application/json",
                    new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["webhook-id"] = $"{number++}" }, Edit.Bytes(body)),
                Plot.Closed + Duration.FromHours(1)).Events)),
        ];
    }

    private static AgreementBook Book(int budget) => AgreementLoader.Load([new AgreementText("agreement.yaml", Edit.Bytes(
        $$"""
        agreement: around-the-clock
        effectiveFrom: 2020-01-01
        timeZone: UTC
        calendars: { always: 24x7 }
        targets:
          - { id: first,      metric: firstResponse, within: {{budget}}m, calendar: always }
          - { id: next,       metric: nextResponse,  within: {{budget}}m, calendar: always }
          - { id: update,     metric: update,        within: {{budget}}m, calendar: always }
          - { id: resolution, metric: resolution,    within: {{budget}}m, calendar: always }
        contacts: { lead: { email: lead@example.com } }
        escalation: [ { steps: [ { at: due, notify: [lead] } ] } ]
        """))]).Book!;

    private sealed record Message(IReadOnlyList<TicketEvent> Events);
}
