using System.Globalization;

namespace SlaMonitor.Core.Tickets;

/// <summary>
/// Identifies a clock within its ticket by target, cycle and budget: <c>response/1/14400s</c>. The same promise has the same id whoever
/// works it out; a changed budget makes a new promise.
/// </summary>
public readonly record struct ClockId
{
    private readonly string? _text;

    /// <summary>Takes an id as it was written.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public ClockId(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = text;
    }

    /// <summary>Names a clock.</summary>
    /// <param name="target">The target's id.</param>
    /// <param name="cycle">The cycle, from 1.</param>
    /// <param name="seconds">The budget in seconds.</param>
    public ClockId(string target, int cycle, long seconds)
        : this($"{target}/{cycle}/{seconds}s")
    {
    }

    /// <summary>The target's id and the cycle; <c>null</c> where the text is not the id of a clock.</summary>
    public (string Target, int Cycle)? Parts =>
        ToString().Split('/') is [.. var target, var cycle, _] && target.Length > 0
        && int.TryParse(cycle, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (string.Join('/', target), number)
            : null;

    /// <summary>The id as it is stored and shown.</summary>
    public override string ToString() => _text ?? string.Empty;
}
