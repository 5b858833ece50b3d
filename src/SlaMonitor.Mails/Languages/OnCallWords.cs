namespace SlaMonitor.Mails.Languages;

/// <summary>What the page says that shows who is on call.</summary>
public abstract class OnCallWords
{
    /// <summary>The title.</summary>
    public abstract string Title { get; }

    /// <summary>That no agreement has a rotation.</summary>
    public abstract string NoRotation { get; }

    /// <summary>Who it is now.</summary>
    public abstract string Now { get; }

    /// <summary>Who comes next.</summary>
    public abstract string Next { get; }

    /// <summary>Who that is, and from when on.</summary>
    public abstract string NextFrom(string member, string moment);

    /// <summary>The person.</summary>
    public abstract string Who { get; }

    /// <summary>The beginning of a shift.</summary>
    public abstract string From { get; }

    /// <summary>The end of a shift.</summary>
    public abstract string Until { get; }

    /// <summary>What is to be known of a shift.</summary>
    public abstract string Remark { get; }

    /// <summary>The zone of all times.</summary>
    public abstract string Zone { get; }

    /// <summary>Nobody.</summary>
    public abstract string Nobody { get; }

    /// <summary>A stretch without anybody.</summary>
    public abstract string Gap { get; }

    /// <summary>That there is such a stretch, and from when on.</summary>
    public abstract string GapFrom(string moment);

    /// <summary>A stretch with two people.</summary>
    public abstract string Overlap { get; }

    /// <summary>For whom somebody stands in.</summary>
    public abstract string InPlaceOf(string member);

    /// <summary>Who changed it.</summary>
    public abstract string ChangedBy(string member);

    /// <summary>The calendar's address.</summary>
    public abstract string Calendar { get; }

    /// <summary>That a reader who says who they are may swap shifts.</summary>
    public abstract string SayWho { get; }

    /// <summary>The link by which somebody swaps their own shifts.</summary>
    public abstract string SwapLinkOf(string member);

    /// <summary>That a shift is not the reader's to swap.</summary>
    public abstract string NotYours { get; }

    /// <summary>Asks who stands in.</summary>
    public abstract string StandsIn { get; }

    /// <summary>The button that swaps.</summary>
    public abstract string Swap { get; }

    /// <summary>The button that takes a change back.</summary>
    public abstract string TakeBack { get; }

    /// <summary>That what was entered cannot be, and what would be right.</summary>
    public abstract string NotAShift { get; }

    /// <summary>That there are too many changes.</summary>
    public abstract string TooMany { get; }

    /// <summary>That a change is over or was taken back.</summary>
    public abstract string NoSuchChange { get; }
}
