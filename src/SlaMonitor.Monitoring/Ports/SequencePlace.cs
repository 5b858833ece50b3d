using System.Globalization;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>A place among things that are numbered, in words, as pages of all else that is kept have it.</summary>
public static class SequencePlace
{
    /// <summary>The lowest number of the page after a place.</summary>
    /// <param name="after">The place; <c>null</c> for the beginning.</param>
    /// <exception cref="FormatException">It is no place that was given out.</exception>
    public static long From(string? after) => after is null ? 0 : long.Parse(after, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>What the page after this one begins with; <c>null</c> where this one is not full, and so the last.</summary>
    /// <param name="page">The page, lowest number first.</param>
    /// <param name="most">How many were asked for.</param>
    /// <param name="number">The number of one of them.</param>
    public static string? Next<T>(IReadOnlyList<T> page, int most, Func<T, long> number)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(number);
        return page.Count < most ? null : (number(page[^1]) + 1).ToString(CultureInfo.InvariantCulture);
    }
}
