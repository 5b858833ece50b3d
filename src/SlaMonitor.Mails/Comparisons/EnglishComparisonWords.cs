using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Comparing;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Comparisons;

internal sealed class EnglishComparisonWords : ComparisonWords
{
    internal override Wording Wording => Wording.For("en");

    internal override string Kind => "The same history under both";

    internal override string Done => "Comparison";

    internal override string History => "History";

    internal override string HistoryOf(long events, long tickets) => $"{events:N0} events, {tickets:N0} tickets";

    internal override string Metric => "Promise";

    internal override string Ticket => "Ticket";

    internal override string Kept(string terms) => $"Kept: {terms}";

    internal override string Broken(string terms) => $"Broken: {terms}";

    internal override string Open(string terms) => $"Open: {terms}";

    internal override string Attainment(string terms) => $"Attainment: {terms}";

    internal override string NewlyBroken => "Newly broken";

    internal override string NewlyKept => "No longer broken";

    internal override string Otherwise => "Otherwise";

    internal override string Promises => "Promises";

    internal override string PromisesNote => "A promise is the same under both where ticket, metric and cycle are.";

    internal override string WhyHeading => "Why promises come to something else";

    internal override string WhyNote => "One change may have several reasons.";

    internal override string Reason => "Reason";

    internal override string Count => "Promises";

    internal override string WhyColumn => "Why";

    internal override string Outcome => "Outcome";

    internal override string Credits => "Service credits";

    internal override string CreditsNote => "Of fee periods that lie in the history whole.";

    internal override string NoCredits => "Neither agreement knows of a credit.";

    internal override string Period => "Period";

    internal override string Sum => "Sum";

    internal override string Difference => "Difference";

    internal override string Mails => "Mails";

    internal override string MailsNote => "By the code of the monitor: quiet hours, grouping and all-clears as in operation.";

    internal override string MailsTo(string address) => $"to {address}";

    internal override string Nothing => "None.";

    internal override string HowCompared => "How this was compared";

    internal override IReadOnlyList<string> Rules =>
    [
        "Every ticket of the history was worked out twice by the code of the monitor, once under each of the terms.",
        "What people did is what they did: that they would have worked otherwise under other terms is not guessed.",
        "All that differs is given as the reason, with both figures; changes.csv has every change.",
        "Every mail arrives, and the monitor looks at every full minute.",
    ];

    public override string Of(MailItemKind kind) => kind switch
    {
        MailItemKind.Warning => "warnings",
        MailItemKind.Breach => "breaches",
        MailItemKind.AllClear => "all-clears",
        _ => "others",
    };

    public override string Of(ClockState? state) => state switch
    {
        null => "not promised",
        ClockState.Met => "kept",
        ClockState.Breached => "broken",
        ClockState.Cancelled => "lapsed",
        ClockState.Paused => "on hold",
        _ => "running",
    };

    public override string Of(ChangeReason reason) => reason switch
    {
        ChangeReason.NotGoverned => "no agreement governs the ticket",
        ChangeReason.NotPromised => "no target matches",
        ChangeReason.Target => "another target",
        ChangeReason.Budget => "another budget",
        ChangeReason.AgreedDue => "a due time agreed for the ticket counts under one of them",
        ChangeReason.Start => "another beginning",
        ChangeReason.End => "another end",
        ChangeReason.Hours => "other opening hours",
        ChangeReason.Exclusions => "other exclusions",
        _ => "other pauses",
    };

    protected override string Separator => "; ";

    protected override string Instead(ChangeReason reason, string now, string before) => reason switch
    {
        ChangeReason.Target => $"target {now} instead of {before}",
        ChangeReason.Budget => $"budget {now} instead of {before}",
        ChangeReason.Start => $"from {now} instead of {before}",
        ChangeReason.End => $"until {now} instead of {before}",
        ChangeReason.Hours => $"open for {now} instead of {before}",
        ChangeReason.Exclusions => $"{now} excluded instead of {before}",
        _ => $"{now} paused instead of {before}",
    };
}
