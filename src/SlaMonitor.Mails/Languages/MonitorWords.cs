namespace SlaMonitor.Mails.Languages;

/// <summary>What the page says that shows how the monitor itself is.</summary>
public abstract class MonitorWords
{
    /// <summary>The title.</summary>
    public abstract string Title { get; }

    /// <summary>How something is.</summary>
    /// <param name="status">0: well; 1: a person should look; 2: the monitor cannot work.</param>
    public abstract string Of(int status);

    /// <summary>When deadlines were last looked at.</summary>
    public abstract string LastEvaluation { get; }

    /// <summary>By how much that is late.</summary>
    public abstract string Lag { get; }

    /// <summary>When a mail last left.</summary>
    public abstract string MailsSent { get; }

    /// <summary>What waits in the queue.</summary>
    public abstract string Queue { get; }

    /// <summary>Room on the disk.</summary>
    public abstract string DiskFree { get; }

    /// <summary>That it never happened.</summary>
    public abstract string Never { get; }

    /// <summary>Nothing.</summary>
    public abstract string None { get; }

    /// <summary>That nothing is wrong.</summary>
    public abstract string NoProblem { get; }

    /// <summary>What is looked at.</summary>
    public abstract string Checks { get; }

    /// <summary>The helpdesks that send.</summary>
    public abstract string Connections { get; }

    /// <summary>One of them.</summary>
    public abstract string Connection { get; }

    /// <summary>When it was last heard.</summary>
    public abstract string LastDelivery { get; }

    /// <summary>What was refused, or not understood.</summary>
    public abstract string Counted { get; }

    /// <summary>That its secret has not come.</summary>
    public abstract string NoSecret { get; }

    /// <summary>That there is none.</summary>
    public abstract string NoConnection { get; }

    /// <summary>What was given up.</summary>
    public abstract string DeadLetters { get; }

    /// <summary>To whom, and of what.</summary>
    public abstract string Letter { get; }

    /// <summary>Why.</summary>
    public abstract string Why { get; }

    /// <summary>Since when it is in the queue.</summary>
    public abstract string Given { get; }

    /// <summary>How often it was tried.</summary>
    public abstract string Tries(int count);

    /// <summary>The button that sends one again.</summary>
    public abstract string SendAgain { get; }

    /// <summary>The button that sends all again.</summary>
    public abstract string SendAllAgain { get; }

    /// <summary>That nothing was given up.</summary>
    public abstract string NoDeadLetter { get; }

    /// <summary>That only administrators see them.</summary>
    public abstract string ForAdministrators { get; }

    /// <summary>What became of sending again.</summary>
    public abstract string Resent(int count);

    /// <summary>The agreements.</summary>
    public abstract string Agreements { get; }

    /// <summary>A version.</summary>
    public abstract string Version { get; }

    /// <summary>From when on it is in force.</summary>
    public abstract string EffectiveFrom { get; }

    /// <summary>That it is in force.</summary>
    public abstract string InForce { get; }

    /// <summary>What differs between two versions.</summary>
    public abstract string Differences(string agreement, int before, int after);

    /// <summary>What only the earlier says.</summary>
    public abstract string Removed { get; }

    /// <summary>What only the later says.</summary>
    public abstract string Added { get; }

    /// <summary>That nothing differs.</summary>
    public abstract string NoDifference { get; }

    /// <summary>The lists of holidays.</summary>
    public abstract string Holidays { get; }

    /// <summary>One of them.</summary>
    public abstract string HolidayList { get; }

    /// <summary>Until when holidays are known.</summary>
    public abstract string KnownUntil { get; }

    /// <summary>That this is soon.</summary>
    public abstract string RunsOut { get; }

    /// <summary>That there is none that ends.</summary>
    public abstract string NoHolidayList { get; }

    /// <summary>What was counted since the start.</summary>
    public abstract string Counts { get; }
}
