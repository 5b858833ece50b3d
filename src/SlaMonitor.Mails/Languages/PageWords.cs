namespace SlaMonitor.Mails.Languages;

/// <summary>What the page behind an acknowledge link says.</summary>
public abstract class PageWords
{
    /// <summary>The button.</summary>
    public abstract string Take(int promises);

    /// <summary>Asks whether the reader takes it.</summary>
    public abstract string Question(int promises);

    /// <summary>What taking it does, before it is taken.</summary>
    public abstract string Effect(string until);

    /// <summary>That the reader has just taken it, or so many of those that the link is about.</summary>
    public abstract string JustTaken(int promises, int of);

    /// <summary>What follows from having it.</summary>
    public abstract string Next(string until);

    /// <summary>That somebody has it already.</summary>
    public abstract string AlreadyTaken(int promises);

    /// <summary>Who has it, since and until when.</summary>
    public abstract string TakenSince(string by, string at, string until);

    /// <summary>That there is nothing to take any more.</summary>
    public abstract string Done { get; }

    /// <summary>That the link is too old.</summary>
    public abstract string Expired { get; }

    /// <summary>What to do about an old link.</summary>
    public abstract string ExpiredAdvice { get; }

    /// <summary>That the link is not one of ours, or not whole.</summary>
    public abstract string Invalid { get; }

    /// <summary>What to do about such a link.</summary>
    public abstract string InvalidAdvice { get; }
}
