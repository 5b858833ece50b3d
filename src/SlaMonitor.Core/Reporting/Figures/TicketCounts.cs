namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>What became of the problems, and what the customers said.</summary>
/// <param name="Resolved">Tickets whose problem was resolved in the period.</param>
/// <param name="Gone">Tickets that were merged away or deleted in it without having been resolved.</param>
/// <param name="ClosedUnresolved">Tickets that were closed in it without having been resolved.</param>
/// <param name="Emergencies">Those of all these that were emergencies.</param>
/// <param name="Reopened">How often a settled ticket came back in it.</param>
/// <param name="Answers">How many tickets were rated in it: the last rating of a ticket counts.</param>
/// <param name="RatingSum">What these ratings add up to.</param>
public readonly record struct TicketCounts(
    int Resolved, int Gone, int ClosedUnresolved, int Emergencies, int Reopened, int Answers, int RatingSum)
{
    /// <summary>The best rating that a helpdesk can send.</summary>
    public const int BestRating = 5;

    /// <summary>Problems that were given up.</summary>
    public int GivenUp => Gone + ClosedUnresolved;

    /// <summary>Resolved / (resolved + given up), in percent; <c>null</c> where none was settled.</summary>
    public decimal? ResolutionRate => Percent.Of(Resolved, Resolved + GivenUp);

    /// <summary>Adds up.</summary>
    public static TicketCounts operator +(TicketCounts left, TicketCounts right) => new(
        left.Resolved + right.Resolved, left.Gone + right.Gone, left.ClosedUnresolved + right.ClosedUnresolved,
        left.Emergencies + right.Emergencies, left.Reopened + right.Reopened, left.Answers + right.Answers,
        left.RatingSum + right.RatingSum);

    /// <summary>The mean rating; <c>null</c> where nobody answered.</summary>
    /// <param name="best">The best rating of the agreement's scale.</param>
    public decimal? Satisfaction(int best) => Answers == 0 ? null : (decimal)RatingSum * best / (Answers * BestRating);
}
