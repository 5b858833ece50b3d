namespace SlaMonitor.Mails.Board;

/// <summary>A part of a page of the board.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Heading">Its heading.</param>
public sealed record PlacePart(string Id, string Heading)
{
    /// <summary>What must not be overlooked; <c>null</c> where there is nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>What is to be known of it; <c>null</c> where the heading says enough.</summary>
    public string? Text { get; init; }

    /// <summary>Values, each with what it is.</summary>
    public IReadOnlyList<LabelledText> Facts { get; init; } = [];

    /// <summary>Whether these are figures that a reader looks for first: they are large.</summary>
    public bool AreFigures { get; init; }

    /// <summary>A drawing, as an address; <c>null</c> for none.</summary>
    public string? DrawingUrl { get; init; }

    /// <summary>What the drawing shows, for those who cannot see it.</summary>
    public string DrawingText { get; init; } = string.Empty;

    /// <summary>The columns of its table, that of the rows' heads first; empty where it has none.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The rows of its table.</summary>
    public IReadOnlyList<PlaceRow> Rows { get; init; } = [];

    /// <summary>Sentences, each for itself.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Times or subjects, each with what is said of it.</summary>
    public IReadOnlyList<LabelledText> Lines { get; init; } = [];

    /// <summary>What stands where there is nothing to show; <c>null</c> where there is something.</summary>
    public string? Empty { get; init; }

    /// <summary>Ways to other pages.</summary>
    public IReadOnlyList<BoardLink> Links { get; init; } = [];

    /// <summary>What can be done.</summary>
    public IReadOnlyList<BoardForm> Forms { get; init; } = [];
}
