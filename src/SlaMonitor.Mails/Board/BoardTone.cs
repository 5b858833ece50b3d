using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>How a promise stands on the board: mails come where something is wrong, and the board shows all the others too.</summary>
internal static class BoardTone
{
    /// <summary>The tone of a promise.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="isAtRisk">Whether it can still be kept, and has used most of its budget.</param>
    /// <param name="wording">The words.</param>
    public static Tone Of(ClockState state, bool isAtRisk, Wording wording) => state switch
    {
        ClockState.Running or ClockState.Paused when isAtRisk => Tone.Warning(wording.Board.AtRisk),
        ClockState.Running => new Tone("running", wording.Board.Running, "•", "#1552b3"),
        ClockState.Met => Tone.Clear(wording.Board.Met),
        _ => Tone.Of(state, wording),
    };
}
