using NodaTime;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Credits;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Mails.Languages;

/// <summary>What a report says, in one language.</summary>
internal abstract class ReportWords
{
    public abstract string Title { get; }

    public abstract string Provider { get; }

    public abstract string Customer { get; }

    public abstract string AsOf { get; }

    public abstract string Agreement { get; }

    public abstract string Version(int version);

    public abstract string Final { get; }

    public abstract string Running { get; }

    /// <summary>The label of what a reader has to know first.</summary>
    public abstract string Remark { get; }

    /// <summary>A <see cref="ReportRemark"/> as a sentence.</summary>
    public abstract string Of(ReportRemark remark);

    public abstract string RestatedTone { get; }

    public abstract string Attainment { get; }

    public abstract string WithoutExclusions { get; }

    public abstract string ResolutionRate { get; }

    public abstract string Satisfaction { get; }

    public abstract string Met { get; }

    public abstract string Broken { get; }

    public abstract string Cancelled { get; }

    public abstract string Open { get; }

    public abstract string AtRisk { get; }

    public abstract string Resolved { get; }

    public abstract string GivenUp { get; }

    public abstract string Reopened { get; }

    public abstract string Emergencies { get; }

    public abstract string Credit { get; }

    public abstract string NoFigure { get; }

    public abstract string All { get; }

    public abstract string Target { get; }

    public abstract string Metric { get; }

    public abstract string ByTarget { get; }

    public abstract string ByMetric { get; }

    public abstract string ByTargetNote { get; }

    public abstract string UsedMedian { get; }

    public abstract string Used90 { get; }

    public abstract string Used99 { get; }

    public abstract string Trend { get; }

    public abstract string Month { get; }

    public abstract string BreachTimes { get; }

    public abstract string BreachTimesNote { get; }

    public abstract string Weekday { get; }

    public abstract string Hours { get; }

    public abstract string Lost { get; }

    public abstract string LostNote { get; }

    public abstract string Cause { get; }

    public abstract string Time { get; }

    public abstract string Excluded { get; }

    public abstract string NotSaid { get; }

    public abstract string Tickets { get; }

    public abstract string Figure { get; }

    public abstract string Count { get; }

    public abstract string Indicators { get; }

    public abstract string Promised { get; }

    public abstract string Result { get; }

    public abstract string Kept { get; }

    public abstract string NotKept { get; }

    public abstract string NotYet { get; }

    public abstract string Rule { get; }

    public abstract string Holds { get; }

    public abstract string Gives { get; }

    public abstract string Counts { get; }

    public abstract string Yes { get; }

    public abstract string No { get; }

    public abstract string Fee { get; }

    public abstract string Amount { get; }

    public abstract string Sum { get; }

    public abstract string Cap { get; }

    public abstract string CreditTotal { get; }

    public abstract string Exclusions { get; }

    public abstract AgreedDueWords AgreedDues { get; }

    public abstract string From { get; }

    public abstract string To { get; }

    public abstract string Reason { get; }

    public abstract string ApprovedBy { get; }

    public abstract string Ticket { get; }

    public abstract string Due { get; }

    public abstract string Ended { get; }

    public abstract string StillOpen { get; }

    public abstract string Assignee { get; }

    public abstract string BrokenPromises { get; }

    public abstract string OpenAtRisk { get; }

    public abstract string CancelledPromises { get; }

    public abstract string Before { get; }

    public abstract string After { get; }

    public abstract string HowCounted { get; }

    public abstract IReadOnlyList<string> Rules { get; }

    public abstract string Files { get; }

    public abstract string Answers(int count);

    public abstract string Of(ReportSpan span);

    public abstract string Of(ReportDimension dimension);

    public abstract string NameOf(ReportDimension dimension);

    public abstract string Of(Measure measure, string? target);

    public abstract string Of(ReportPeriod period);

    public abstract string Of(FeeKind kind, string? name, int count);

    public abstract string Of(RestatedKind kind, string? of);

    public abstract string Of(IsoDayOfWeek day);

    public abstract string LostTo(TicketStatus status);

    public abstract string RestatedSince(string sentAt);

    public abstract string NowBroken { get; }

    public abstract string NotBroken { get; }

    public abstract string StatementOf(string period);

    public abstract string FeesOf(string period);

    public abstract string DaysInForce(int days, int of);

    public abstract string NoCredits { get; }

    public abstract string Nothing { get; }
}
