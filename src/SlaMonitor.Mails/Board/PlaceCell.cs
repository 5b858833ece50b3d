namespace SlaMonitor.Mails.Board;

/// <summary>One cell of a table.</summary>
/// <param name="Text">What stands in it.</param>
public sealed record PlaceCell(string Text)
{
    /// <summary>What the column is called: on a phone it stands beside the cell.</summary>
    public string Label { get; init; } = string.Empty;

    /// <summary>What is to be known beyond it; <c>null</c> where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Where it leads; <c>null</c> for nowhere.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it is a figure.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it says how the row stands, in the colour of the row.</summary>
    public bool IsState { get; init; }

    /// <summary>A share in percent, to be drawn beside it; <c>null</c> for none.</summary>
    public string? Share { get; init; }

    /// <summary>Whether there is nothing in it: a phone need not show that.</summary>
    public bool IsBlank => Text.Length == 0 && Note is null && Form is null;

    /// <summary>What can be done.</summary>
    public BoardForm? Form { get; init; }
}
