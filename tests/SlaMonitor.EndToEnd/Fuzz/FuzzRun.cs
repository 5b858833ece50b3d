using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>The real program, and callers that send it what a plan draws. Mails go to the mail folder.</summary>
internal sealed class FuzzRun : IDisposable
{
    /// <summary>One of them sends ordinary events.</summary>
    private const int Callers = 9;

    private static readonly TimeSpan BetweenOrdinary = TimeSpan.FromMilliseconds(50);

    private readonly FuzzPlan _plan;
    private readonly FuzzInputs _inputs;
    private readonly MonitorFolder _place = new MonitorFolder().WithAgreement("crash.yaml");
    private readonly FuzzRecord _record = new();
    private int _ordinary;

    private FuzzRun(FuzzPlan plan)
    {
        _plan = plan;
        _inputs = new FuzzInputs(plan.Seed);
        _place.Settings["FunctionKey"] = RequestBytes.FunctionKey;
        _place.Settings["AdminKey"] = RequestBytes.AdminKey;
        _place.Settings["Acknowledgement__Key"] = LinkInputs.Key;
        _place.Settings["SendGrid__EventWebhook__PublicKey"] = _inputs.PublicKey;
        _place.Settings["Health__OperatorEmail"] = "operator@example.com";
        _place.Settings["AzureFunctionsJobHost__logging__logLevel__default"] = "Error";
        _place.Settings["AzureFunctionsJobHost__logging__logLevel__Microsoft"] = "Error";
        foreach (var (name, value) in Webhooks.Tests.Harness.TestConnections.Settings())
        {
            if (value is not null) _place.Settings[name] = value;
        }
    }

    /// <summary>Plays a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Told after each batch what has come of it so far.</param>
    /// <param name="cancellationToken">Breaks it off; the program is stopped.</param>
    public static async Task<FuzzRecord> PlayAsync(FuzzPlan plan, Action<FuzzRecord> progress, CancellationToken cancellationToken)
    {
        using var run = new FuzzRun(plan);
        await run.PlayAsync(progress, cancellationToken);
        return run._record;
    }

    public void Dispose()
    {
        _inputs.Dispose();
        _place.Dispose();
    }

    private async Task PlayAsync(Action<FuzzRecord> progress, CancellationToken cancellationToken)
    {
        var start = FuzzPlan.ClockAt(_plan.First) - Duration.FromSeconds(1);
        await using var monitor = await MonitorProcess.StartAsync(_place, "--speed", "0", "--start", start.ToString());
        monitor.Http.DefaultRequestHeaders.Add("x-functions-key", RequestBytes.AdminKey);
        _record.MemoryAtStart = monitor.Memory;

        using var bare = new BareRounds(_place.Folder);
        _record.Bare = bare;
        var wires = Enumerable.Range(0, Callers).Select(_ => new Wire(monitor.Http.BaseAddress!)).ToList();
        var end = _plan.First + _plan.Count;
        for (var next = _plan.First; next < end && !monitor.HasEnded;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await monitor.MoveClockAsync(FuzzPlan.ClockAt(next));
            var upTo = Math.Min(end, next - (next % FuzzPlan.Batch) + FuzzPlan.Batch);
            await SendAsync(wires, next, upTo);
            next = upTo;
            _record.NoteMemory(monitor.HasEnded ? 0 : monitor.Memory);
            progress(_record);
        }

        bare.Stop();
        await AskAgainAsync(wires[0]);
        wires.ForEach(wire => wire.Dispose());
        await LeaveAsync(monitor);
    }

    private async Task SendAsync(List<Wire> wires, int from, int upTo)
    {
        var next = from - 1;
        var hostile = Task.WhenAll(wires.Skip(1).Select(async wire =>
        {
            for (var index = Interlocked.Increment(ref next); index < upTo; index = Interlocked.Increment(ref next))
            {
                var input = _inputs.Make(index);
                _record.Add(index, input, await wire.SendAsync(input));
            }
        }));

        // How long these take says what of the time is the machine's, or what hostile inputs cost the others.
        do
        {
            var index = Volatile.Read(ref next);
            _record.AddOrdinary(index, await wires[0].SendAsync(OrdinaryEvent.Make(++_ordinary)));
            await RealTime.WaitAsync(BetweenOrdinary);
        }
        while (!hostile.IsCompleted);
        await hostile;
    }

    /// <summary>Whether what was slow is slow by itself, or only was in a crowd on a busy machine.</summary>
    private async Task AskAgainAsync(Wire wire)
    {
        foreach (var index in _record.Slow)
        {
            var answers = new List<WireAnswer>();
            for (var times = 0; times < 3; times++) answers.Add(await wire.SendAsync(_inputs.Make(index)));
            _record.AddRepeats(index, answers);
        }
    }

    /// <summary>It has to be alive, to have nothing to report of itself, and to end when it is told to.</summary>
    private async Task LeaveAsync(MonitorProcess monitor)
    {
        if (!monitor.HasEnded && await monitor.AnswersAsync())
        {
            var code = await monitor.StopAsync();
            if (code != 0) _record.Faults.Enqueue($"It ended with {code}.");
        }
        else
        {
            _record.Faults.Enqueue("It did not live to the end.");
        }

        foreach (var line in monitor.Output.Split('\n').Where(line => line.Contains(" fail: ", StringComparison.Ordinal)
            || line.Contains(" crit: ", StringComparison.Ordinal) || line.StartsWith("Unhandled", StringComparison.Ordinal)).Take(20))
        {
            _record.Faults.Enqueue($"It logged: {line}");
        }

        _record.Log = monitor.Output;
    }
}
