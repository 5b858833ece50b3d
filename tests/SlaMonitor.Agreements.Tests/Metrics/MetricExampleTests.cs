using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests.Metrics;

/// <summary>The examples of metrics in <c>docs/agreement.md</c>, each as a story.</summary>
public sealed class MetricExampleTests
{
    private const string Heading = "### Metrics of one's own";

    private const string AllTargets = """
        targets:
          - { id: a, metric: first-response, within: 1h, calendar: business }
          - { id: b, metric: next-response, within: 1h, calendar: business }
          - { id: c, metric: regular-update, within: 1h, calendar: business }
          - { id: d, metric: solution, within: 1h, calendar: business }
        """;

    private static readonly IReadOnlyList<string> Examples = Read();

    [Fact]
    public void SecondLevel_TicketThatComesBackToThem_CountsTheirTimeAlone()
    {
        var clock = Assert.Single(Clocks(
            "second-level",
            Event(TicketEventType.Created, "09:00", new() { Group = "first-level" }),
            Event(TicketEventType.Updated, "10:00", new() { Group = "second-level" }),
            Event(TicketEventType.Updated, "11:00", new() { Group = "first-level" }),
            Event(TicketEventType.Updated, "14:00", new() { Group = "second-level" }),
            Event(TicketEventType.Resolved, "14:30", TicketChange.None)));

        Assert.Equal("Time with the second level", clock.Target.Metric.Title);
        Assert.Equal((At("10:00"), At("14:30"), ClockEnd.Resolved), (clock.StartedAt, clock.EndedAt, clock.End));
        Assert.Equal(90 * 60, clock.ElapsedAt(At("17:00")).TotalSeconds);
    }

    [Fact]
    public void UntilAssigned_TicketOfAGroup_WaitsForAPerson()
    {
        TicketEvent[] waiting =
        [
            Event(TicketEventType.Created, "09:00", TicketChange.None),
            Event(TicketEventType.Updated, "09:10", new() { Group = "first-level" }),
        ];

        Assert.Equal(ClockState.Breached, Assert.Single(Clocks("until-assigned", waiting)).StateAt(At("09:31")));
        var assigned = Event(TicketEventType.Updated, "09:20", new() { Assignee = "li" });
        var taken = Assert.Single(Clocks("until-assigned", [.. waiting, assigned]));
        Assert.Equal((At("09:20"), ClockState.Met), (taken.EndedAt, taken.StateAt(At("09:31"))));
    }

    [Fact]
    public void Vendor_EachWait_IsACycleOfItsOwn()
    {
        var vendor = new Dictionary<string, string> { ["waitingFor"] = "vendor" };
        var clocks = Clocks(
            "vendor",
            Event(TicketEventType.Created, "09:00", TicketChange.None),
            Event(TicketEventType.Updated, "10:00", new() { Status = TicketStatus.OnHold, Fields = vendor }),
            Event(TicketEventType.Updated, "11:00", new() { Status = TicketStatus.Open }),
            Event(TicketEventType.Updated, "12:00", new() { Status = TicketStatus.OnHold }));

        Assert.Equal([At("10:00"), At("12:00")], clocks.Select(clock => clock.StartedAt));
        Assert.Equal([At("11:00"), null], clocks.Select(clock => clock.EndedAt));
        Assert.Equal("Vendor", clocks[0].Agreement.Provider!.Name);
    }

    [Fact]
    public void Workaround_WhileTheCustomerIsAsked_StandsStill()
    {
        var clock = Assert.Single(Clocks(
            "workaround",
            Event(TicketEventType.Created, "09:00", TicketChange.None),
            Event(TicketEventType.Updated, "10:00", new() { Status = TicketStatus.Pending }),
            Event(TicketEventType.Updated, "12:00", new() { Status = TicketStatus.Open }),
            Event(TicketEventType.Updated, "13:00", new() { Fields = new Dictionary<string, string> { ["Workaround"] = "restart it" } })));

        Assert.Equal((At("13:00"), ClockEnd.Stopped), (clock.EndedAt, clock.End));
        Assert.Equal(2 * 3600, clock.ElapsedAt(At("17:00")).TotalSeconds);
    }

    /// <summary>What the core compares clock by clock, as a file says it.</summary>
    [Fact]
    public void BuiltIn_AsOwn_AreTheRulesThatAreComparedWithTheBuiltInOnes()
    {
        var metrics = Load("first-response").Metrics.ToDictionary(metric => metric.Name, metric => metric.Rule!);
        Occurrence.Reply agent = new(Actor.Agent, true), customer = new(Actor.Customer, true);

        Assert.Equal(["first-response", "next-response", "regular-update", "solution"], metrics.Keys);
        Expect(metrics["first-response"], [new Occurrence.Created()], [agent, new Occurrence.Resolved()], [], ReopenRule.Continue);
        Expect(metrics["next-response"], [customer], [agent], [], ReopenRule.KeepOutcome);
        Expect(metrics["regular-update"], [new Occurrence.Created()], [new Occurrence.Resolved()], [agent], ReopenRule.Restart);
        Expect(metrics["solution"], [new Occurrence.Created()], [new Occurrence.Resolved()], [], ReopenRule.Continue);
    }

    private static void Expect(MetricRule rule, Occurrence[] starts, Occurrence[] stops, Occurrence[] renews, ReopenRule onReopen)
    {
        Assert.Equal(starts, rule.Starts);
        Assert.Equal(stops, rule.Stops);
        Assert.Equal(renews, rule.Renews);
        Assert.Equal((null, onReopen), (rule.Pauses, rule.OnReopen));
    }

    private static IReadOnlyList<Clock> Clocks(string metric, params TicketEvent[] events)
    {
        var agreement = Load(metric);
        return ClockSet.Of(Ticket.Fold(events)!, _ => agreement);
    }

    private static Agreement Load(string metric)
    {
        var example = Assert.Single(Examples, example => example.StartsWith($"metrics:\n  {metric}:", StringComparison.Ordinal)
            || example.Contains($"\nmetrics:\n  {metric}:", StringComparison.Ordinal));
        var load = TestFiles.Load($$"""
            agreement: example
            effectiveFrom: 2026-01-01
            timeZone: UTC
            calendars: { business: { week: { mon-fri: "09:00-17:00" } } }
            {{example}}{{(example.Contains("targets:", StringComparison.Ordinal) ? string.Empty : AllTargets)}}
            """);

        Assert.Empty(load.Problems);
        return load.Book!.Find("example", 1)!;
    }

    private static IReadOnlyList<string> Read()
    {
        var docs = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "agreement.md"));
        var from = docs.IndexOf(Heading, StringComparison.Ordinal);
        var section = docs[from..docs.IndexOf("\n## ", from, StringComparison.Ordinal)];
        return [.. section.Split("```yaml\n")[1..].Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)])];
    }

    private static Instant At(string time) => Instant.FromDateTimeOffset(DateTimeOffset.Parse($"2026-03-02T{time}:00Z", null));

    private static TicketEvent Event(TicketEventType type, string time, TicketChange change) => new()
    {
        TicketId = "T-1",
        Source = "/test",
        Id = time,
        Time = At(time),
        Type = type,
        TypeName = $"ticket.{type}",
        Change = change,
    };
}
