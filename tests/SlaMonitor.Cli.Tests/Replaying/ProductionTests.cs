namespace SlaMonitor.Cli.Tests.Replaying;

/// <summary>What <c>sla replay</c> says is what a monitor does that lives through the history: clocks and mails, one by one.</summary>
public sealed class ProductionTests : IDisposable
{
    /// <summary>A desk in Rome: quiet nights, a rotation, a step that is repeated, mails to one person at most every 15 minutes.</summary>
    private const string Desk = """
        agreement: helpdesk
        effectiveFrom: 2009-01-01
        timeZone: Europe/Rome
        calendars: { office: { week: { mon-fri: "09:00-18:00" } } }
        targets:
          - { id: response, metric: firstResponse, within: 240m, calendar: office }
          - { id: resolution, metric: resolution, within: 2400m, calendar: office }
        contacts:
          desk:    { email: desk@example.com }
          lead:    { email: lead@example.com, grouping: { every: 2h } }
          on-call: { rotation: weekly, handover: "mon 09:00", firstTurn: 2010-01-04, members: [anna@example.com, ben@example.com] }
        fallbackContact: lead
        escalation:
          - steps:
              - { at: 50%, notify: [assignee] }
              - { at: 80%, notify: [desk] }
              - { at: due, notify: [desk, on-call], repeat: 30m, times: 2 }
              - { at: due + 4h, notify: [lead] }
            quietHours: { calendar: office }
            allClear: always
        """;

    /// <summary>An office in Berlin, and emergencies around the clock.</summary>
    private const string Office = """
        agreement: office
        effectiveFrom: 2020-01-01
        timeZone: Europe/Berlin
        calendars: { office: { week: { mon-fri: "09:00-18:00" } }, always: 24x7 }
        targets:
          - { id: emergency,  metric: firstResponse, when: { emergency: true },   within: 1h,  calendar: always }
          - { id: urgent,     metric: firstResponse, when: { priority: [urgent] }, within: 2h,  calendar: office }
          - { id: response,   metric: firstResponse, within: 8h,  calendar: office }
          - { id: resolution, metric: resolution, within: 12h, calendar: office }
        contacts:
          anna:    { email: anna@example.com }
          lead:    { email: lead@example.com }
          boss:    { email: boss@example.com, grouping: { every: 0 } }
          on-call: { rotation: daily, handover: "09:00", firstTurn: 2026-03-02, members: [one@example.com, two@example.com] }
        fallbackContact: boss
        escalation:
          - when: { emergency: true }
            steps:
              - { at: 50%, notify: [assignee, on-call] }
              - { at: due, notify: [on-call, lead] }
              - { at: due + 1h elapsed, notify: [lead, boss] }
          - steps:
              - { at: 50%, notify: [assignee] }
              - { at: due, notify: [assignee, on-call], repeat: 1h, times: 2 }
              - { at: due + 2h, notify: [lead] }
              - { at: due + 3h elapsed, notify: [lead, boss], unlessAcknowledged: false }
            quietHours: { calendar: office, except: [due + 3h elapsed] }
            allClear: always
        acknowledgementExpires: 4h
        """;

    private static readonly string Log = Path.Combine(AppContext.BaseDirectory, "data", "helpdesk-log", "events.jsonl");

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SpringOfTheRealLog_IsWhatTheMonitorDoes() => await CompareAsync(
        Desk,
        [.. File.ReadLines(Log).Where(line => line.Contains("\"2012-03-", StringComparison.Ordinal)
            || line.Contains("\"2012-04-", StringComparison.Ordinal) || line.Contains("\"2012-05-", StringComparison.Ordinal))],
        everyMinute: false,
        atLeast: 200);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task GeneratedHistory_IsWhatTheMonitorDoes_LookingAtEveryMinute(int seed) =>
        await CompareAsync(Office, GeneratedHistory.Of(seed), everyMinute: true, atLeast: 10);

    private async Task CompareAsync(string agreement, IReadOnlyList<string> lines, bool everyMinute, int atLeast)
    {
        string[] ordered = [.. lines.OrderBy(line => line[line.IndexOf("\"time\"", StringComparison.Ordinal)..], StringComparer.Ordinal)];
        using var production = new Production(agreement);
        await production.PlayAsync(ordered, everyMinute);

        // In another order: the replay brings them into theirs.
        var shuffled = ordered.ToArray();
        new Random(11).Shuffle(shuffled);
        var (outcome, _, errors) = CliFolder.Run(
            "replay", "--agreement", _folder.Write("agreement.yaml", agreement), "--events",
            _folder.Write("events.jsonl", string.Join('\n', shuffled)), "--out", _folder.At("out"));

        Assert.Equal((0, ""), (outcome, errors));
        string[] mails = [.. production.Mails()];
        Assert.True(mails.Length >= atLeast, $"only {mails.Length} mails");
        string[] replayed = [.. MailLines.Read(_folder.At("out", "mails.csv"))];
        Assert.Equal(
            (string.Empty, string.Empty),
            (string.Join('\n', mails.Except(replayed)), string.Join('\n', replayed.Except(mails))));
        Assert.Equal(mails.Length, replayed.Length);
        Assert.Equal(
            (await production.ClocksAsync()).Order(StringComparer.Ordinal),
            File.ReadLines(_folder.At("out", "clocks.csv")).Skip(1).Select(FirstColumns).Order(StringComparer.Ordinal));
    }

    private static string FirstColumns(string line) => string.Join(',', line.Split(',')[..6]);
}
