namespace SlaMonitor.Mails.Board;

/// <summary>One thing that a form of the board asks for.</summary>
/// <param name="Name">The name of its parameter.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Value">What stands in it.</param>
public sealed record BoardField(string Name, string Label, string Value = "")
{
    /// <summary>The id of the list that it offers (<see cref="PlacePage.People"/>); <c>null</c> for none.</summary>
    public string? List { get; init; }

    /// <summary>What its value looks like, or what is to be known of it; <c>null</c> where the label says enough.</summary>
    public string? Advice { get; init; }

    /// <summary>The kind of its value, as HTML calls it.</summary>
    public string Kind { get; init; } = "text";

    /// <summary>What there is to choose from; empty where anything can be written.</summary>
    public IReadOnlyList<BoardOption> Options { get; init; } = [];

    /// <summary>Whether it may be left empty.</summary>
    public bool IsOptional { get; init; }
}
