namespace SlaMonitor.Mails.Languages;

/// <summary>What the board and the page of one ticket say, in one language. Templates read them as <c>Words</c>.</summary>
public abstract class BoardWords
{
    /// <summary>The name of the board.</summary>
    public abstract string Title { get; }

    /// <summary>When a page was made.</summary>
    public abstract string AsOf(string moment);

    /// <summary>That a page is not brought up to date any more; the script puts the time behind it.</summary>
    public abstract string NotUpdatedSince { get; }

    /// <summary>All open promises.</summary>
    public abstract string All { get; }

    /// <summary>Those that can still be kept, and have used most of their budget.</summary>
    public abstract string AtRisk { get; }

    /// <summary>Those that can still be kept, and whose clock is not held.</summary>
    public abstract string Running { get; }

    /// <summary>Those that are broken and still owed.</summary>
    public abstract string Breached { get; }

    /// <summary>A promise that was kept.</summary>
    public abstract string Met { get; }

    /// <summary>Those whose clock a status holds.</summary>
    public abstract string Paused { get; }

    /// <summary>Those whose due time the next announcement of holidays may move.</summary>
    public abstract string Provisional { get; }

    /// <summary>The heading above what breaks next.</summary>
    public abstract string DueNext { get; }

    /// <summary>The heading above what is broken.</summary>
    public abstract string Broken { get; }

    /// <summary>The heading above what is held.</summary>
    public abstract string OnHold { get; }

    /// <summary>That nothing is open at all.</summary>
    public abstract string NothingOpen { get; }

    /// <summary>That nothing is what was asked for.</summary>
    public abstract string NothingMatches { get; }

    /// <summary>How many more there are than are shown.</summary>
    public abstract string AndMore(int count);

    /// <summary>That only the first promises were looked at.</summary>
    public abstract string OnlyFirst(int count);

    /// <summary>The column of the state.</summary>
    public abstract string State { get; }

    /// <summary>The agreement.</summary>
    public abstract string Agreement { get; }

    /// <summary>The target.</summary>
    public abstract string Target { get; }

    /// <summary>The group.</summary>
    public abstract string Group { get; }

    /// <summary>Who has it.</summary>
    public abstract string Who { get; }

    /// <summary>The button that narrows the board.</summary>
    public abstract string Show { get; }

    /// <summary>Leads to all again.</summary>
    public abstract string ShowAll { get; }

    /// <summary>Leads to what the reader has.</summary>
    public abstract string Mine { get; }

    /// <summary>Leads from there to what everybody has.</summary>
    public abstract string Everybodys { get; }

    /// <summary>Leads to the form for a screen on the wall.</summary>
    public abstract string Wall { get; }

    /// <summary>Leads back to the board.</summary>
    public abstract string Back { get; }

    /// <summary>What the list of the board's pages is called, for those who cannot see it.</summary>
    public abstract string Pages { get; }

    /// <summary>What a page is called.</summary>
    public abstract string Of(BoardPlace place);

    /// <summary>What the page says at which they tell.</summary>
    public abstract NameWords Name { get; }

    /// <summary>The running month.</summary>
    public abstract string Month { get; }

    /// <summary>That no agreement is in force now.</summary>
    public abstract string NoAgreementInForce { get; }

    /// <summary>The heading above the addresses of a ticket's badge.</summary>
    public abstract string Badge { get; }

    /// <summary>What the badge is for, and who may see it.</summary>
    public abstract string BadgeAdvice { get; }

    /// <summary>What it says of the monitor itself.</summary>
    public abstract MonitorWords Monitor { get; }

    /// <summary>What it says of who is on call.</summary>
    public abstract OnCallWords OnCall { get; }

    /// <summary>What it says of taking promises.</summary>
    public abstract TakeWords Take { get; }

    /// <summary>Asks who reads.</summary>
    public abstract string WhoAreYou { get; }

    /// <summary>The button that ends the session.</summary>
    public abstract string SignOut { get; }

    /// <summary>Leads to the same in the other language, in that language.</summary>
    public abstract string OtherLanguage { get; }

    /// <summary>That the clock stands still, and until when.</summary>
    public abstract string ClosedUntil(string moment);

    /// <summary>Which status holds the clock.</summary>
    public abstract string HeldBy(string status);

    /// <summary>The status of a ticket.</summary>
    public abstract string Status { get; }

    /// <summary>When a ticket was created.</summary>
    public abstract string Created { get; }

    /// <summary>The heading above the clocks of a ticket.</summary>
    public abstract string Clocks { get; }

    /// <summary>The heading above those who were told.</summary>
    public abstract string Told { get; }

    /// <summary>The heading above those who will be told.</summary>
    public abstract string WillBeTold { get; }

    /// <summary>That nobody was told.</summary>
    public abstract string NobodyTold { get; }

    /// <summary>That nobody will be told, if nothing happens.</summary>
    public abstract string NobodyNext { get; }

    /// <summary>Asks for the ticket as of another time.</summary>
    public abstract string AsIfAt { get; }

    /// <summary>What a page says that shows another time than the present.</summary>
    public abstract string ShownAt(string moment);

    /// <summary>That no clock runs.</summary>
    public abstract string NoClock { get; }

    /// <summary>What became of a mail.</summary>
    public abstract string Of(ToldResult result);

    /// <summary>Which turn of a clock it is.</summary>
    public abstract string Cycle(int number);

    /// <summary>The heading above the events of a ticket.</summary>
    public abstract string Events(int count);

    /// <summary>What the drawing of the clocks shows, for those who cannot see it.</summary>
    public abstract string Drawing { get; }

    /// <summary>The form of a time.</summary>
    public abstract string TimeForm { get; }
}
