using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Cronos;
using NodaTime;

namespace SlaMonitor.Local.Hosting.Timers;

/// <summary>A schedule of six fields, seconds first, in UTC.</summary>
internal sealed record TimerSchedule
{
    // Cronos knows more than the real host's parser: what only one of the two takes is refused.
    private static readonly SearchValues<char> Foreign = SearchValues.Create("?#@");

    private static readonly Instant Reference = Instant.FromUtc(2026, 1, 1, 0, 0);

    private readonly CronExpression _expression;

    private TimerSchedule(string text, CronExpression expression)
    {
        Text = text;
        _expression = expression;
        IsSlow = CheckPace();
    }

    public string Text { get; }

    /// <summary>Whether a minute or more lies between occurrences: only such schedules are remembered across restarts.</summary>
    public bool IsSlow { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out TimerSchedule? schedule, [NotNullWhen(false)] out string? problem)
    {
        schedule = null;
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        problem = fields.Length != 6
            ? $"it has {fields.Length} field{(fields.Length == 1 ? "" : "s")}; "
                + "six are needed: second minute hour day month weekday, as '0 */5 * * * *'"
            : text.AsSpan().ContainsAny(Foreign)
                || fields[3].AsSpan().ContainsAny("LWlw")
                || fields[5].EndsWith("L", StringComparison.OrdinalIgnoreCase)
                ? "the signs ? # @ L W are not part of the Functions host's schedules"
                : null;
        if (problem is not null)
            return false;
        try
        {
            var expression = CronExpression.Parse(text, CronFormat.IncludeSeconds);
            if (expression.GetNextOccurrence(Reference.ToDateTimeUtc()) is null)
            {
                problem = "it never comes";
                return false;
            }

            schedule = new TimerSchedule(text, expression);
            return true;
        }
        catch (CronFormatException wrong)
        {
            problem = wrong.Message;
            return false;
        }
    }

    /// <summary>The first occurrence strictly after <paramref name="instant"/>.</summary>
    public Instant Next(Instant instant) =>
        _expression.GetNextOccurrence(instant.ToDateTimeUtc()) is { } next ? Instant.FromDateTimeUtc(next) : Instant.MaxValue;

    // Ten occurrences are enough: seconds that stand closer than a minute stand so in every minute that has any.
    private bool CheckPace()
    {
        var last = Next(Reference);
        for (var i = 0; i < 10; i++)
        {
            var next = Next(last);
            if (next - last < Duration.FromMinutes(1))
                return false;
            last = next;
        }

        return true;
    }
}
