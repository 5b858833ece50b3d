namespace SlaMonitor.Mails.Board;

/// <summary>A form that changes something: it posts, and works without scripts.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Button">What stands on its button.</param>
public sealed record BoardForm(string Url, string Button)
{
    /// <summary>What stands on the button for those who cannot see where it stands; <c>null</c> where the button says enough.</summary>
    public string? Meaning { get; init; }

    /// <summary>What it asks for.</summary>
    public IReadOnlyList<BoardField> Fields { get; init; } = [];

    /// <summary>What it sends beside that: a name and a value each.</summary>
    public IReadOnlyList<LabelledText> Sends { get; init; } = [];

    /// <summary>Whether it is not what the reader most likely wants to do.</summary>
    public bool IsQuiet { get; init; }
}
