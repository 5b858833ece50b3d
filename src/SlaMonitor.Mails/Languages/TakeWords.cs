namespace SlaMonitor.Mails.Languages;

/// <summary>What the board says of taking a promise, handing it over and giving it back.</summary>
public abstract class TakeWords
{
    /// <summary>The button that takes a promise.</summary>
    public abstract string Take { get; }

    /// <summary>The button that hands it over.</summary>
    public abstract string HandOver { get; }

    /// <summary>Asks to whom.</summary>
    public abstract string To { get; }

    /// <summary>The button that gives it back.</summary>
    public abstract string GiveBack { get; }

    /// <summary>That somebody else was quicker.</summary>
    public abstract string TakenBefore(string by, string until);

    /// <summary>That nobody has it any more.</summary>
    public abstract string NobodyHasIt { get; }

    /// <summary>That there is nothing to take any more.</summary>
    public abstract string Over { get; }

    /// <summary>That no address was given.</summary>
    public abstract string NoAddress { get; }
}
