namespace SlaMonitor.Mails.Languages;

/// <summary>What a report says of due times that were agreed for single tickets, in one language.</summary>
internal sealed record AgreedDueWords
{
    public static AgreedDueWords English { get; } = new()
    {
        Heading = "Agreed due times",
        Without = "Without agreed due times",
        Agreed = "Agreed due time",
        Computed = "Due without it",
        State = "State",
        StateWithout = "State without it",
        Note = (decided, saved, open) =>
            $"Of the promises that were kept or broken, {decided} had a due time that both parties agreed on for the ticket; "
            + $"{saved} of them would have been broken without it. Of the open ones, {open} would be broken by now.",
    };

    public static AgreedDueWords Chinese { get; } = new()
    {
        Heading = "商定时限",
        Without = "不计商定时限",
        Agreed = "商定的时限",
        Computed = "原时限",
        State = "结果",
        StateWithout = "不计商定时的结果",
        Note = (decided, saved, open) =>
            $"在按时或逾期的承诺中，{decided} 项由双方为工单另行商定了时限，其中 {saved} 项若未商定则为逾期；进行中的承诺若未商定，{open} 项现已逾期。",
    };

    public required string Heading { get; init; }

    public required string Without { get; init; }

    public required string Agreed { get; init; }

    public required string Computed { get; init; }

    public required string State { get; init; }

    public required string StateWithout { get; init; }

    /// <summary>
    /// How many kept or broken promises had one, how many of them were saved by it, and how many open ones are.
    /// </summary>
    public required Func<int, int, int, string> Note { get; init; }
}
