using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>How much of a promise's time is left, or by how much it is over, in words.</summary>
/// <param name="Label">Which of the two.</param>
/// <param name="Text">How much.</param>
public sealed record Balance(string Label, string Text)
{
    /// <summary>
    /// The balance of a clock. One whose time ran out when the desk closed is over by nothing until it opens again: it says so, for
    /// "left: 0m" beside "overdue" would be a riddle.
    /// </summary>
    public static Balance Of(ClockExplanation explanation, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(wording);

        var remaining = explanation.Remaining;
        return remaining < BusinessDuration.Zero ? new(wording.Labels.Over, wording.Of(-remaining))
            : explanation.State == ClockState.Breached ? new(wording.Labels.Over, wording.OverByNothingYet)
            : new(wording.Labels.Left, wording.Of(remaining));
    }
}
