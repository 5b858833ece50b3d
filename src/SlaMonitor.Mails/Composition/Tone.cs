using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>How a promise stands, as a mail or page shows it: a word, a sign and a colour, so that none of them says it alone.</summary>
/// <param name="Name">What templates colour by: <c>breach</c>, <c>warning</c>, <c>clear</c> or <c>quiet</c>.</param>
/// <param name="Word">The state in one word.</param>
/// <param name="Sign">A sign that every font has.</param>
/// <param name="Color">The colour behind white text, as CSS writes it; legible in light and dark.</param>
public sealed record Tone(string Name, string Word, string Sign, string Color)
{
    /// <summary>The tone of a promise as it stands, whatever the mail was ordered for.</summary>
    public static Tone Of(ClockState state, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);

        var words = wording.Labels;
        return state switch
        {
            ClockState.Breached => Breach(words.Breached),
            ClockState.Met => Clear(words.AllClear),
            ClockState.Paused => Quiet(words.Paused),
            ClockState.Cancelled => Quiet(words.Lapsed),
            _ => Warning(words.Warning),
        };
    }

    /// <summary>The tone of a digest's part.</summary>
    public static Tone Of(DigestKind kind, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);

        var heading = wording.DigestGroup(kind);
        return kind switch
        {
            DigestKind.Broken => Breach(heading),
            DigestKind.Open => Warning(heading),
            _ => Clear(heading),
        };
    }

    /// <summary>Nothing pressing.</summary>
    public static Tone Quiet(string word) => new("quiet", word, "–", "#475467");

    /// <summary>All is well.</summary>
    public static Tone Clear(string word) => new("clear", word, "✓", "#11663d");

    private static Tone Breach(string word) => new("breach", word, "!", "#a6201a");

    internal static Tone Warning(string word) => new("warning", word, "›", "#8a4b00");
}
