using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Escalations;

/// <summary>
/// Identifies an escalation step, a repetition of one, or an all-clear, within its ticket by clock and name:
/// <c>response/1/14400s/50%</c>, <c>response/1/14400s/due#2</c>. A changed budget makes a new promise, whose steps may fire anew.
/// </summary>
public readonly record struct StepId
{
    private readonly string? _text;

    /// <summary>Takes an id as it was written.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public StepId(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = text;
    }

    /// <summary>Names a step.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="name">The step's <see cref="StepName"/>, or <see cref="AllClear.Moment"/>.</param>
    public StepId(ClockId clock, string name)
        : this($"{clock}/{name}")
    {
    }

    /// <summary>The step's <see cref="StepName"/>.</summary>
    public string Name => ToString()[(ToString().LastIndexOf('/') + 1)..];

    /// <summary>Whether it is a step of a clock.</summary>
    public bool IsOf(ClockId clock)
    {
        var (text, of) = (ToString(), clock.ToString());
        return text.LastIndexOf('/') == of.Length && text.StartsWith(of, StringComparison.Ordinal);
    }

    /// <summary>The id as it is stored and shown.</summary>
    public override string ToString() => _text ?? string.Empty;
}
