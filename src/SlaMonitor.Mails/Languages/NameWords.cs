namespace SlaMonitor.Mails.Languages;

/// <summary>What the page says at which readers of the board say who they are.</summary>
public sealed record NameWords
{
    /// <summary>Why that is asked.</summary>
    public required string Why { get; init; }

    /// <summary>What is asked for.</summary>
    public required string Field { get; init; }

    /// <summary>The button that remembers it.</summary>
    public required string Remember { get; init; }

    /// <summary>The button that forgets it.</summary>
    public required string Forget { get; init; }

    /// <summary>That it is no address, and what one looks like.</summary>
    public required string NoAddress { get; init; }
}
