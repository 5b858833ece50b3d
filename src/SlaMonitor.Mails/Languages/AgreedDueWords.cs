namespace SlaMonitor.Mails.Languages;

/// <summary>What a report says of due times that were agreed for single tickets.</summary>
internal abstract class AgreedDueWords
{
    public abstract string Heading { get; }

    public abstract string Without { get; }

    public abstract string Agreed { get; }

    public abstract string Computed { get; }

    public abstract string State { get; }

    public abstract string StateWithout { get; }

    /// <summary>How many promises had one, and what it did to them.</summary>
    /// <param name="decided">How many that were kept or broken had one.</param>
    /// <param name="saved">How many of those would have been broken without it.</param>
    /// <param name="open">How many open ones would be broken by now.</param>
    public abstract string Note(int decided, int saved, int open);
}
