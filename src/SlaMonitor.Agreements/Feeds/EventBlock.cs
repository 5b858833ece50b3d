using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>The lines of one event, from <c>BEGIN:VEVENT</c> to <c>END:VEVENT</c>, as far as the monitor reads them.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record EventBlock(Place Place, IReadOnlyList<ContentLine> Lines)
{
    /// <summary>What the event is called; empty where nothing is written.</summary>
    public string Title => TextOf("SUMMARY");

    /// <summary>What identifies it; empty where nothing is written.</summary>
    public string Uid => TextOf("UID");

    /// <summary>Whether it is called off.</summary>
    public bool IsCancelled => string.Equals(TextOf("STATUS"), "CANCELLED", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a property; empty where it is not given.</summary>
    public string TextOf(string property) => TextsOf(property).FirstOrDefault(string.Empty);

    /// <summary>The texts of a property that may be given several times.</summary>
    public IEnumerable<string> TextsOf(string property) =>
        Lines.Where(line => line.Name == property).Select(line => line.Text);
}
