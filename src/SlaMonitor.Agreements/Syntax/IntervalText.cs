using NodaTime;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>The least time between two mails, as people write it: <c>15m</c>, <c>1h</c>, at most a day; or <c>0</c> for none.</summary>
internal sealed record IntervalText(Duration Length)
{
    public const string Pattern = "^(0|" + DurationText.Form + ")$";

    /// <summary>What waits longer is told too late: a breach that was settled meanwhile is told for a day.</summary>
    private static readonly Duration Longest = Duration.FromDays(1);

    public static IntervalText? TryParse(string text)
    {
        if (text == "0") return new IntervalText(Duration.Zero);

        return DurationText.TryParse(text) is { Elapsed: var length } && length <= Longest ? new IntervalText(length) : null;
    }

    public static string Complain(string text) => DurationText.TryParse(text) is not null
        ? $"'{text}' is too long between two mails; write at most 1d, as in 15m, or 0 for each mail at once"
        : $"'{text}' is no time between two mails; write 15m, 1h or 1h30m, or 0 for each mail at once";
}
