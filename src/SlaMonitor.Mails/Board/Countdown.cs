using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Reporting;

namespace SlaMonitor.Mails.Board;

/// <summary>What is left of a promise, as a page shows it and its script counts it down.</summary>
/// <param name="Text">Hours, minutes and seconds of open time, the same in every language; with a minus where it is over.</param>
/// <param name="Seconds">The same in whole seconds.</param>
/// <param name="IsCounting">Whether it becomes less now.</param>
/// <param name="ChangesAt">When that changes, in milliseconds of Unix time; empty where it does not.</param>
public sealed record Countdown(string Text, string Seconds, bool IsCounting, string ChangesAt)
{
    /// <summary>The countdown of a promise; <c>null</c> where nobody can tell what is left.</summary>
    public static Countdown? Of(OpenPromise promise)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return promise.Left is { } left
            ? new Countdown(
                TextOf(left.TotalSeconds), left.TotalSeconds.ToString(CultureInfo.InvariantCulture), promise.IsCounting,
                Milliseconds(promise.ChangesAt))
            : null;
    }

    /// <summary>The same without what the passing of time changes by itself.</summary>
    internal Countdown WithoutTime() => this with { Text = string.Empty, Seconds = string.Empty };

    /// <summary>An instant as scripts read it; empty for none.</summary>
    public static string Milliseconds(Instant? at) =>
        at is { } known ? known.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) : string.Empty;

    private static string TextOf(long seconds)
    {
        var length = Math.Abs(seconds);
        return string.Create(
            CultureInfo.InvariantCulture, $"{(seconds < 0 ? "−" : "")}{length / 3600}:{length / 60 % 60:00}:{length % 60:00}");
    }
}
