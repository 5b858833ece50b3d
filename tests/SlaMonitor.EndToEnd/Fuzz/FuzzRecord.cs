using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>What came of a run, and what of it must not be.</summary>
internal sealed class FuzzRecord
{
    /// <summary>How much more memory the program may hold than when it was warm, in bytes: 128 MiB.</summary>
    public const long MostGrowth = 128L * Mebibyte;

    /// <summary>How much more than at the start: 384 MiB.</summary>
    public const long MostInAll = 384L * Mebibyte;

    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>A body that is too large may be refused before all of it was sent, and the answer lost with the connection.</summary>
    private const int LargestSurelyAnswered = Mebibyte;

    /// <summary>By then the program has come by the 100,000 events that it keeps in memory.</summary>
    private const int MemoryIsWarmAfter = 600;

    private const int Mebibyte = 1024 * 1024;

    private readonly ConcurrentDictionary<(string Door, int? Status), int> _answers = new();
    private readonly ConcurrentDictionary<int, (WireAnswer Answer, string Door)> _slow = new();
    private readonly List<long> _memory = [];
    private readonly List<TimeSpan> _ordinary = [];
    private long _slowest;

    /// <summary>How many inputs were sent.</summary>
    public int Count => _answers.Values.Sum();

    /// <summary>What must not be, a line each.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>Which inputs took longer than <see cref="Longest"/>.</summary>
    public IReadOnlyList<int> Slow => [.. _slow.Keys.Order()];

    /// <summary>The longest that an answer took.</summary>
    public TimeSpan Slowest => TimeSpan.FromTicks(Interlocked.Read(ref _slowest));

    /// <summary>How many bytes of memory the program held before the first input.</summary>
    public long MemoryAtStart { get; set; }

    /// <summary>How many mebibytes it held after the last batch.</summary>
    public long MemoryNow => InMebibytes(_memory.LastOrDefault());

    /// <summary>What the machine alone took meanwhile.</summary>
    public BareRounds? Bare { get; set; }

    /// <summary>What the program printed.</summary>
    public string Log { get; set; } = "";

    /// <summary>How often a door gave an answer of some hundred: 2 for 200 to 299.</summary>
    public int Answers(string door, int hundred) =>
        _answers.Where(answer => answer.Key.Door == door && answer.Key.Status / 100 == hundred).Sum(answer => answer.Value);

    /// <summary>Notes an answer.</summary>
    public void Add(int index, FuzzInput input, WireAnswer answer)
    {
        _answers.AddOrUpdate((input.Door, answer.Status), 1, (_, count) => count + 1);
        var mayGoUnanswered = input.IsBroken || input.Bytes.Length > LargestSurelyAnswered;
        if (answer.Status is null && !mayGoUnanswered) Faults.Enqueue($"No answer to {index}: {input}");
        if (answer.Status >= 500 && !IsDocumented(input, answer.Status)) Faults.Enqueue($"{answer.Status} to {index}: {input}");
        if (answer.Took > Longest && answer.Status is not null) _slow[index] = (answer, input.Door);
        for (var known = Interlocked.Read(ref _slowest); answer.Took.Ticks > known;)
        {
            var before = Interlocked.CompareExchange(ref _slowest, answer.Took.Ticks, known);
            if (before == known) break;
            known = before;
        }
    }

    /// <summary>Notes what came of an input that had been slow when it was sent alone.</summary>
    public void AddRepeats(int index, IReadOnlyList<WireAnswer> answers)
    {
        if (answers.All(answer => answer.Took > Longest)) Faults.Enqueue($"Slow each time: {index}, {answers.Min(answer => answer.Took)}");
    }

    /// <summary>Notes how many bytes of memory the program holds after a batch.</summary>
    public void NoteMemory(long bytes)
    {
        _memory.Add(bytes);
        if (bytes > Warm + MostGrowth || bytes > MemoryAtStart + MostInAll)
            Faults.Enqueue($"Memory: {InMebibytes(bytes)} MiB after batch {_memory.Count}.");
    }

    /// <summary>Notes how long an ordinary event took that was sent among the hostile inputs.</summary>
    public void AddOrdinary(int index, WireAnswer answer)
    {
        if (answer.Status is not 200) Faults.Enqueue($"An ordinary event beside {index} got {answer.Status}.");
        _ordinary.Add(answer.Took);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var door in _answers.GroupBy(answer => answer.Key.Door).OrderBy(door => door.Key, StringComparer.Ordinal))
        {
            var answers = door.OrderBy(answer => answer.Key.Status ?? 0)
                .Select(answer => $"{answer.Key.Status?.ToString(CultureInfo.InvariantCulture) ?? "closed"} {answer.Value}");
            text.AppendLine(CultureInfo.InvariantCulture, $"{door.Key}: {string.Join(", ", answers)}");
        }

        foreach (var (index, (answer, door)) in _slow.OrderBy(slow => slow.Key))
        {
            var bare = Bare?.LongestBetween(answer.From, answer.To) ?? TimeSpan.Zero;
            text.Append(CultureInfo.InvariantCulture, $"slow: {index} ({door}), {answer.Took.TotalSeconds:F1} s; ");
            text.AppendLine(CultureInfo.InvariantCulture, $"the machine alone {bare.TotalSeconds:F1} s");
        }

        text.Append(CultureInfo.InvariantCulture, $"{Count} inputs; slowest {Slowest.TotalSeconds:F2} s, {_slow.Count} over 1 s; ");
        text.Append(CultureInfo.InvariantCulture, $"{_ordinary.Count} ordinary events among them, slowest ");
        text.Append(CultureInfo.InvariantCulture, $"{_ordinary.DefaultIfEmpty().Max().TotalSeconds:F2} s, ");
        text.Append(CultureInfo.InvariantCulture, $"{_ordinary.Count(took => took > Longest)} over 1 s; ");
        text.Append(CultureInfo.InvariantCulture, $"the machine alone: {Bare?.Count} rounds, slowest {Bare?.Slowest.TotalSeconds:F2} s, ");
        text.Append(CultureInfo.InvariantCulture, $"{Bare?.Over(Longest)} over 1 s; memory in MiB: ");
        text.Append(CultureInfo.InvariantCulture, $"{InMebibytes(MemoryAtStart)} at the start, {InMebibytes(Warm)} warm, ");
        text.Append(CultureInfo.InvariantCulture, $"{InMebibytes(_memory.DefaultIfEmpty().Max())} at most, ");
        text.Append(CultureInfo.InvariantCulture, $"{MemoryNow} at the end");
        return text.ToString();
    }

    private long Warm => _memory.Count == 0 ? 0 : _memory[Math.Min(_memory.Count, MemoryIsWarmAfter) - 1];

    /// <summary>
    /// Health is 503 when the monitor does not do its work, and says so; to a version that is none of HTTP, the server answers 505.
    /// </summary>
    private static bool IsDocumented(FuzzInput input, int? status) =>
        status == 503 ? input.Door.StartsWith("/api/health", StringComparison.Ordinal) : status == 505 && input.IsBroken;

    private static long InMebibytes(long bytes) => bytes / Mebibyte;
}
