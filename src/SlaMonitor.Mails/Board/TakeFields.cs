namespace SlaMonitor.Mails.Board;

/// <summary>What the forms send by which promises are taken, handed over and given back.</summary>
public static class TakeFields
{
    /// <summary>What to do: one of the three below.</summary>
    public const string Action = "do";

    /// <summary>Takes what nobody has.</summary>
    public const string Take = "take";

    /// <summary>Hands over what somebody has.</summary>
    public const string HandOver = "handOver";

    /// <summary>Gives back what somebody has.</summary>
    public const string GiveBack = "giveBack";

    /// <summary>The ticket's id.</summary>
    public const string Ticket = "ticket";

    /// <summary>The clock's id.</summary>
    public const string Clock = "clock";

    /// <summary>Who has it, as the page showed it.</summary>
    public const string Holder = "holder";

    /// <summary>Who is to have it.</summary>
    public const string To = "to";

    /// <summary>Where to go then, as seen from the board's folder.</summary>
    public const string Next = "next";
}
