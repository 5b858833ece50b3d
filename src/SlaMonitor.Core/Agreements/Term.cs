using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>For how long an agreement holds. Days are wall days in the agreement's zone, and both ends belong to the term.</summary>
public sealed record Term
{
    /// <summary>The first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day of the first term, or <c>null</c> for an agreement without an end.</summary>
    public LocalDate? To { get; init; }

    /// <summary>What happens after <see cref="To"/>.</summary>
    public Renewal Renews { get; init; } = Renewal.None;

    /// <summary>How many days before the end of a term notice must be given at the latest.</summary>
    public int NoticeDays { get; init; }

    /// <summary>The day on which somebody gave notice, or <c>null</c> where nobody has.</summary>
    public LocalDate? NoticeGivenOn { get; init; }

    /// <summary>The last day, where the parties have settled on one whatever the term says.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>
    /// The last day on which the agreement holds, or <c>null</c> while no end is in sight: an agreement that renews has none until notice
    /// is given. Notice ends the term that is running if it comes <see cref="NoticeDays"/> before its last day, and else the one after.
    /// </summary>
    public LocalDate? LastDay => this switch
    {
        { EndedOn: { } ended } => ended,
        { To: null } => null,
        { Renews: Renewal.None } => To,
        { NoticeGivenOn: { } notice } => LastDayAfterNotice(notice.PlusDays(NoticeDays)),
        _ => null,
    };

    /// <summary>Why the agreement holds no more after <see cref="LastDay"/>, in words that go on from "ended on …".</summary>
    public string EndedBecause => this switch
    {
        { EndedOn: not null } => "as the parties settled",
        { Renews: Renewal.None } => "and does not renew",
        _ => $"after notice was given on {NoticeGivenOn:uuuu-MM-dd}",
    };

    /// <summary>
    /// The last day on which notice still ends the term that is running, or the first one that notice of a day could end; <c>null</c> where
    /// nobody can give notice any more, or need not.
    /// </summary>
    /// <param name="today">The day.</param>
    public LocalDate? NoticeBy(LocalDate today) => this is { To: not null, Renews: not Renewal.None, NoticeGivenOn: null, EndedOn: null }
        ? LastDayAfterNotice(today.PlusDays(NoticeDays)).PlusDays(-NoticeDays)
        : null;

    // Every end is counted from the first and not from the one before, or a term that ends on the 31st would slip to the 28th for good.
    private LocalDate LastDayAfterNotice(LocalDate earliest)
    {
        var first = To!.Value;
        if (earliest <= first) return first;

        var (unit, step) = Renews == Renewal.Yearly ? (PeriodUnits.Years, 12) : (PeriodUnits.Months, 1);
        var whole = Period.Between(first, earliest, unit);
        var terms = whole.Years + whole.Months;
        var end = first.PlusMonths(terms * step);
        return end >= earliest ? end : first.PlusMonths((terms + 1) * step);
    }
}
