namespace SlaMonitor.Mails.Languages;

/// <summary>What the page says at which people sign in.</summary>
public sealed record SignInWords
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>What is asked for.</summary>
    public required string Key { get; init; }

    /// <summary>The button.</summary>
    public required string Button { get; init; }

    /// <summary>Where the key is to be had.</summary>
    public required string Advice { get; init; }

    /// <summary>That it is no key of the monitor.</summary>
    public required string Wrong { get; init; }

    /// <summary>That the session is over.</summary>
    public required string Expired { get; init; }

    /// <summary>That the reader has signed out.</summary>
    public required string SignedOut { get; init; }

    /// <summary>That the reader may not do what they asked for.</summary>
    public required string NotAllowed { get; init; }

    /// <summary>The link to where the platform signs people in.</summary>
    public required string ByPlatform { get; init; }

    /// <summary>That no key is set, and what to do.</summary>
    public required string NoKeySet { get; init; }
}
