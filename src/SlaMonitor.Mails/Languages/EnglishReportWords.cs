using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Credits;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Mails.Languages;

internal sealed class EnglishReportWords : ReportWords
{
    public override string Title => "Service level report";

    public override string Provider => "Provider";

    public override string Customer => "Customer";

    public override string AsOf => "As of";

    public override string Agreement => "Agreement";

    public override string Final => "Complete";

    public override string Running => "Still running";

    public override string Remark => "Please note";

    public override string Of(ReportRemark remark) => remark switch
    {
        ReportRemark.BeingFiled => "Tickets are still being filed: figures may lack some of them. Ask again later.",
        ReportRemark.ComesLate => "The monitor was away when this report was due. Its figures are as of now.",
        _ => throw new ArgumentOutOfRangeException(nameof(remark), remark, "There is no such remark."),
    };

    public override string RestatedTone => "Restated";

    public override string Attainment => "Attainment";

    public override string WithoutExclusions => "Without exclusions";

    public override string ResolutionRate => "Resolution rate";

    public override string Satisfaction => "Satisfaction";

    public override string Met => "Kept";

    public override string Broken => "Broken";

    public override string Cancelled => "Lapsed";

    public override string Open => "Open";

    public override string AtRisk => "At risk";

    public override string Resolved => "Resolved";

    public override string GivenUp => "Given up";

    public override string Reopened => "Reopened";

    public override string Emergencies => "Emergencies";

    public override string Credit => "Service credit";

    public override string NoFigure => "no figure";

    public override string All => "All";

    public override string Target => "Target";

    public override string Metric => "Promise";

    public override string ByTarget => "What was kept, by target";

    public override string ByMetric => "By kind of promise";

    public override string ByTargetNote =>
        "Used: so much of its budget or less was used by half, nine in ten, and 99 in a hundred of the promises.";

    public override string UsedMedian => "Used by half";

    public override string Used90 => "By 90%";

    public override string Used99 => "By 99%";

    public override string Trend => "The last months";

    public override string Month => "Month";

    public override string BreachTimes => "When promises broke";

    public override string BreachTimesNote =>
        "Weekdays from top to bottom, hours from left to right: the darker, the more promises broke then.";

    public override string Weekday => "Weekday";

    public override string Hours => "Hours";

    public override string Lost => "Time that did not count";

    public override string LostNote => "Open time that pauses and exclusions took from the promises that were decided.";

    public override string Cause => "Cause";

    public override string Time => "Time";

    public override string Excluded => "Excluded by agreement";

    public override string NotSaid => "not said";

    public override string Tickets => "Tickets";

    public override string Figure => "Figure";

    public override string Count => "Number";

    public override string Indicators => "Promised over a period";

    public override string Promised => "Promised";

    public override string Result => "Result";

    public override string Kept => "kept";

    public override string NotKept => "not kept";

    public override string NotYet => "not decided in this report";

    public override string Rule => "Rule";

    public override string Holds => "Holds";

    public override string Gives => "Gives";

    public override string Counts => "Counts";

    public override string Yes => "yes";

    public override string No => "no";

    public override string Fee => "Fee";

    public override string Amount => "Amount";

    public override string Sum => "Sum of the rules that count";

    public override string Cap => "Cap";

    public override string CreditTotal => "Service credit";

    public override string Exclusions => "Exclusions";

    public override AgreedDueWords AgreedDues { get; } = new EnglishAgreedDueWords();

    public override string From => "From";

    public override string To => "To";

    public override string Reason => "Reason";

    public override string ApprovedBy => "Approved by";

    public override string Ticket => "Ticket";

    public override string Due => "Due";

    public override string Ended => "Ended";

    public override string StillOpen => "still open";

    public override string Assignee => "Assignee";

    public override string BrokenPromises => "Broken promises";

    public override string OpenAtRisk => "Open and at risk";

    public override string CancelledPromises => "Lapsed promises";

    public override string Before => "Sent";

    public override string After => "Now";

    public override string HowCounted => "How it is counted";

    public override IReadOnlyList<string> Rules { get; } =
    [
        "A promise counts in the period in which it was decided: kept when it was fulfilled, broken when it was due.",
        "Attainment is kept / (kept + broken). Lapsed promises, whose tickets were merged or deleted before, are listed and not counted.",
        "The resolution rate is resolved / (resolved + given up): given up are tickets that were deleted, merged or closed unresolved.",
        "Shares are rounded down, so that a figure that missed its mark never looks as if it had reached it.",
    ];

    public override string Files => "This report as a file";

    public override string NowBroken => "Broken now";

    public override string NotBroken => "Not broken after all";

    public override string NoCredits => "No fee is paid for this period, or no service credit was agreed.";

    public override string Nothing => "None.";

    public override string Version(int version) => $"version {version}";

    public override string Answers(int count) => count == 1 ? "1 answer" : $"{count} answers";

    public override string Of(ReportSpan span) => span.Unit switch
    {
        ReportPeriod.Month => span.First.ToString("MMMM uuuu", CultureInfo.InvariantCulture),
        ReportPeriod.Quarter => $"Quarter {((span.First.Month - 1) / 3) + 1}, {span.First.Year}",
        ReportPeriod.Year => $"{span.First.Year}",
        _ => $"{Day(span.First)} – {Day(span.Last)}",
    };

    public override string Of(ReportDimension dimension) => dimension switch
    {
        ReportDimension.Customer => "By customer",
        ReportDimension.Category => "By category",
        ReportDimension.Priority => "By priority",
        ReportDimension.Group => "By group",
        _ => "By agent",
    };

    public override string NameOf(ReportDimension dimension) => dimension switch
    {
        ReportDimension.Customer => Customer,
        ReportDimension.Category => "Category",
        ReportDimension.Priority => "Priority",
        ReportDimension.Group => "Group",
        _ => Assignee,
    };

    public override string Of(Measure measure, string? target) => measure switch
    {
        Measure.Attainment => target is null ? Attainment : $"{Attainment} of {target}",
        Measure.ResolutionRate => ResolutionRate,
        _ => Satisfaction,
    };

    public override string Of(ReportPeriod period) => period switch
    {
        ReportPeriod.Month => "per month",
        ReportPeriod.Quarter => "per quarter",
        _ => "per year",
    };

    public override string Of(FeeKind kind, string? name, int count) => kind switch
    {
        FeeKind.Basic => "Basic fee",
        FeeKind.Emergencies => $"Emergencies, {count}",
        _ => name ?? "Other services",
    };

    public override string Of(RestatedKind kind, string? of) => kind switch
    {
        RestatedKind.Attainment => $"{Attainment}, %",
        RestatedKind.Met => $"{Met}, {of}",
        RestatedKind.Breached => $"{Broken}, {of}",
        RestatedKind.Cancelled => $"{Cancelled}, {of}",
        RestatedKind.Resolved => Resolved,
        RestatedKind.GivenUp => GivenUp,
        RestatedKind.Reopened => Reopened,
        RestatedKind.Answers => "Answers",
        RestatedKind.Satisfaction => Satisfaction,
        _ => $"{Credit}, {of}",
    };

    public override string Of(IsoDayOfWeek day) => day.ToString();

    public override string LostTo(TicketStatus status) => status switch
    {
        TicketStatus.New => "While new",
        TicketStatus.Open => "While open",
        TicketStatus.Pending => "Waiting for the customer",
        TicketStatus.OnHold => "On hold",
        TicketStatus.Resolved => "Resolved, until reopened",
        _ => "Closed, until reopened",
    };

    public override string RestatedSince(string sentAt) => $"Late news changed this report since it was sent on {sentAt}.";

    public override string StatementOf(string period) => $"Rules of the service credit, {period}";

    public override string FeesOf(string period) => $"Fees and service credit, {period}";

    public override string DaysInForce(int days, int of) =>
        $"The agreement was in force on {days} of {of} days; the basic fee is that of these days.";

    private static string Day(LocalDate day) => day.ToString("d MMM uuuu", CultureInfo.InvariantCulture);
}
