namespace SlaMonitor.Mails.Board;

/// <summary>What the forms send by which shifts are swapped.</summary>
public static class OnCallFields
{
    /// <summary>The agreement's id.</summary>
    public const string Agreement = "agreement";

    /// <summary>The rotation's contact.</summary>
    public const string Contact = "contact";

    /// <summary>The address of who stands in.</summary>
    public const string Member = "member";

    /// <summary>From when on, in the agreement's zone.</summary>
    public const string From = "from";

    /// <summary>Until when, in the agreement's zone.</summary>
    public const string Until = "until";

    /// <summary>Which change is taken back.</summary>
    public const string TakeBack = "takeBack";
}
