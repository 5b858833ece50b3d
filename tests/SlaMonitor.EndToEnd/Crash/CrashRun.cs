using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using SlaMonitor.EndToEnd.Smtp;
using SlaMonitor.Harness;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.EndToEnd.Crash;

/// <summary>
/// The real program under load, killed again and again, with mail servers in changing moods. In the end they are well, dead letters are
/// sent again, and everything is waited for.
/// </summary>
internal sealed class CrashRun : IAsyncDisposable
{
    private const int Clients = 4;

    /// <summary>How often what was put off may be waited for at the end.</summary>
    private const int MostRests = 30;

    /// <summary>A minute of the monitor's clock takes as long at least: no claim may go stale while its mail is being sent.</summary>
    private static readonly TimeSpan ShortestMinute = TimeSpan.FromMilliseconds(600);

    /// <summary>After it a claim of a process that died is stale.</summary>
    private static readonly Duration UntilClaimsAreStale = Duration.FromMinutes(6);

    private readonly KillBudget _kills;
    private readonly Random _random;
    private readonly IReadOnlyList<MortalMonitor> _monitors;
    private readonly ConcurrentDictionary<string, PostedEvent> _acknowledged = new(StringComparer.Ordinal);

    private readonly CancellationToken _breakingOff;

    private CrashRun(CrashPlan plan, string? tables, CancellationToken breakingOff)
    {
        _breakingOff = breakingOff;
        _kills = new KillBudget(plan.Kills, plan.Seed);
        _random = new Random(plan.Seed);
        _monitors =
        [
            .. Enumerable.Range(0, plan.Monitors).Select(_ => new MortalMonitor(
                _kills, tables, plan.Setup == CrashSetup.Folder ? null : new MailServer(), CrashLoad.ClockAt(0))),
        ];
    }

    /// <summary>Plays a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="azurite">Where tables are, if the plan needs them.</param>
    /// <param name="minutes">For how many minutes events are posted at least.</param>
    /// <param name="cancellationToken">Breaks it off; every process is stopped.</param>
    public static async Task<CrashOutcome> PlayAsync(
        CrashPlan plan, Azurite? azurite, int minutes, CancellationToken cancellationToken)
    {
        await using var run = new CrashRun(plan, plan.OnTables ? azurite!.NewAccount() : null, cancellationToken);
        return await run.PlayAsync(minutes);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var monitor in _monitors) await monitor.DisposeAsync();
    }

    private async Task<CrashOutcome> PlayAsync(int least)
    {
        var minutes = 0;
        for (; minutes < least || !_kills.IsSpent; minutes++) await PlayMinuteAsync(minutes, CrashLoad.EventsOf(minutes));
        for (var last = 0; last < CrashLoad.LastSteps; last++) await PlayMinuteAsync(minutes + last, []);

        await DrainAsync();
        foreach (var monitor in _monitors.Where(monitor => monitor.Mail is not null)) monitor.Mail!.KnowsEverybody = true;
        var deadLetters = 0;
        foreach (var monitor in _monitors) deadLetters += await monitor.ResendDeadLettersAsync();
        await DrainAsync();

        return new CrashOutcome(
            minutes,
            _kills.Done,
            _acknowledged.Count,
            await LostAsync(),
            await RecordedAsync(CrashLoad.TicketsBefore(minutes)),
            [.. _monitors.SelectMany(Arrival.Of)],
            deadLetters)
        {
            Misfiled = await FiledPromises.FaultsAsync(_monitors[0], [.. CrashLoad.TicketsBefore(minutes)]),
        };
    }

    private async Task PlayMinuteAsync(int minute, IReadOnlyList<PostedEvent> events)
    {
        _breakingOff.ThrowIfCancellationRequested();
        var isDisturbed = minute >= CrashLoad.FirstSteps && !_kills.IsSpent;
        var lasts = isDisturbed ? RealTime.WaitAsync(ShortestMinute) : Task.CompletedTask;
        foreach (var monitor in _monitors)
        {
            if (monitor.Mail is { } mail) mail.Mood = isDisturbed ? NextMood() : MailServerMood.Well;
            monitor.Begin(CrashLoad.ClockAt(minute));
        }

        await Task.WhenAll(_monitors.Select(monitor => monitor.MoveClockAsync(drain: !isDisturbed)));
        await Parallel.ForEachAsync(
            events.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (posted, _) => await PostAsync(_monitors[posted.Index % _monitors.Count], posted.Item));
        await lasts;
    }

    /// <summary>Well in half of all minutes.</summary>
    private MailServerMood NextMood()
    {
        var moods = Enum.GetValues<MailServerMood>();
        var drawn = _random.Next(2 * moods.Length);
        return drawn >= moods.Length ? MailServerMood.Well : moods[drawn];
    }

    /// <summary>Posts an event until it is acknowledged, as a helpdesk does.</summary>
    private async Task PostAsync(MortalMonitor monitor, PostedEvent posted)
    {
        await PostAsync(monitor, posted.Json);
        _acknowledged[posted.Id] = posted;
    }

    private static Task<JsonNode> PostAsync(MortalMonitor monitor, string json) => monitor.DoAsync(async process =>
    {
        using var answer = await process.PostEventAsync(json);
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) throw new HttpRequestException(body);

        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode}: {body}");
        return JsonNode.Parse(body)!;
    });

    /// <summary>Waits until no queue holds a mail, not even one that was put off.</summary>
    private async Task DrainAsync()
    {
        for (var rest = 0; ; rest++)
        {
            _breakingOff.ThrowIfCancellationRequested();
            await Task.WhenAll(_monitors.Select(monitor => monitor.MoveClockAsync(drain: true)));
            var waiting = await Task.WhenAll(_monitors.Select(monitor => monitor.WaitingAsync()));
            if (waiting.Sum() == 0) return;

            Assert.True(rest < MostRests, $"Messages wait for ever: {string.Join(" + ", waiting)}.");
            await Task.WhenAll(_monitors.Select(monitor =>
            {
                monitor.Begin(monitor.Position + UntilClaimsAreStale);
                return monitor.RestAsync();
            }));
        }
    }

    /// <summary>Posts every acknowledged event again: whoever knows it says that it is a repeat.</summary>
    private async Task<IReadOnlyList<string>> LostAsync()
    {
        var lost = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            _acknowledged.Values,
            new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (posted, _) =>
            {
                var answer = await PostAsync(_monitors[0], posted.Json);
                if ((int)answer["duplicates"]! != 1) lost.Add(posted.Id);
            });
        return [.. lost.Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> RecordedAsync(IEnumerable<string> tickets)
    {
        var lines = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            tickets,
            new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (id, _) =>
            {
                var ticket = await _monitors[0].DoAsync(process => process.TicketAsync(id));
                foreach (var notification in ticket["notifications"]!.AsArray())
                    lines.Add($"{id}: {notification!["step"]} to {notification["recipient"]}: {notification["state"]}");
            });
        return [.. lines.Order(StringComparer.Ordinal)];
    }
}
