using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>Metrics of an agreement's own: the four that are built in, written as such, and some that are not.</summary>
internal static class OwnMetrics
{
    public static readonly Occurrence Created = new Occurrence.Created();
    public static readonly Occurrence Resolved = new Occurrence.Resolved();
    public static readonly Occurrence Reopened = new Occurrence.Reopened();
    public static readonly Occurrence AgentSays = new Occurrence.Reply(Actor.Agent, true);
    public static readonly Occurrence CustomerSays = new Occurrence.Reply(Actor.Customer, true);

    public static readonly Condition Second = new() { Groups = ["second"] };

    public static Occurrence Becomes(Condition condition) => new Occurrence.Becomes(condition);

    public static Occurrence Ceases(Condition condition) => new Occurrence.Ceases(condition);

    /// <summary>A built-in metric in the words of an agreement's own, and the built-in one that it has to be the same as.</summary>
    public static IReadOnlyList<(Metric BuiltIn, MetricRule Rule)> BuiltIn(ReopenRule onReopen) =>
    [
        (Metric.FirstResponse, new() { Starts = [Created], Stops = [AgentSays, Resolved], OnReopen = onReopen }),
        (Metric.NextResponse, new() { Starts = [CustomerSays], Stops = [AgentSays], OnReopen = ReopenRule.KeepOutcome }),
        (Metric.Update, new() { Starts = [Created], Renews = [AgentSays], Stops = [Resolved], OnReopen = ReopenRule.Restart }),
        (Metric.Resolution, new() { Starts = [Created], Stops = [Resolved], OnReopen = onReopen }),
    ];

    /// <summary>Metrics that nothing built in measures.</summary>
    public static IReadOnlyList<MetricRule> Others { get; } =
    [
        new() { Starts = [Becomes(Second)], Stops = [Resolved], Pauses = new Condition { Not = Second } },
        new() { Starts = [Becomes(Second)], Stops = [Ceases(Second)] },
        new() { Starts = [Created, Reopened], Stops = [Becomes(new Condition { IsAssigned = true })] },
        new()
        {
            Starts = [Becomes(new Condition { Statuses = [TicketStatus.OnHold] })],
            Stops = [Ceases(new Condition { Statuses = [TicketStatus.OnHold] })],
        },
        new()
        {
            Starts = [Created],
            Stops = [Becomes(new Condition { Fields = [new FieldCondition("workaround", [new FieldValue.Anything()])] })],
            Pauses = new Condition { Statuses = [TicketStatus.Pending] },
        },
        new() { Starts = [CustomerSays], Stops = [new Occurrence.Reply(Actor.Agent, null)], Renews = [new Occurrence.Acknowledged()] },
        new()
        {
            Starts = [Resolved],
            Stops = [Becomes(new Condition { Statuses = [TicketStatus.Closed] }), Reopened],
        },
    ];

    /// <summary>An agreement that promises each of the rules, in nine open hours.</summary>
    public static Agreement Promise(IEnumerable<MetricRule> rules, bool? pauses = null)
    {
        Metric[] metrics = [.. rules.Select((rule, i) => Metric.Own($"own-{i}", null, rule, i))];
        return Promising([.. metrics.Select(metric => Within(metric, "9", pauses ?? false))]) with { Metrics = metrics };
    }
}
