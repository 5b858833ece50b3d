using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Notification.Languages;

internal sealed class EnglishWording : Wording
{
    public override string Language => "en";

    public override AlertLabels Labels { get; } = new()
    {
        Colon = ": ",
        Ticket = "Ticket",
        Customer = "Customer",
        Priority = "Priority",
        Promise = "Promise",
        Due = "Due",
        Provisional = "provisional: the holidays of that time are not announced yet",
        Left = "Left",
        Over = "Over by",
        Counted = "Counted",
        Held = "Clock held",
        Excluded = "Excluded",
        Assignee = "Assignee",
        AlsoTold = "Also told",
        OpenTicket = "Open the ticket",
        Take = "Take it",
        TakenBy = "Taken by",
        Unreached = "Could not be reached",
        None = "nobody",
    };

    public override string Headline(ClockExplanation explanation)
    {
        var metric = Of(explanation.Clock.Target.Metric);
        return explanation.State switch
        {
            ClockState.Breached when IsDoneBy(explanation) => $"{metric} came late: the promise was broken.",
            ClockState.Breached => $"{metric} is overdue: the promise was broken.",
            ClockState.Met => $"{metric} was kept in time.",
            ClockState.Paused => $"{metric} is on hold, with {Of(explanation.Remaining)} left.",
            ClockState.Cancelled => $"{metric} is not owed any more.",
            _ => $"{metric} is due in {Of(explanation.Remaining)} of opening hours.",
        };
    }

    public override string Promise(Target target) => $"{Of(target.Metric)} within {Of(target.Within)}";

    public override string Of(Metric metric) => metric switch
    {
        Metric.FirstResponse => "First response",
        Metric.NextResponse => "Next response",
        Metric.Update => "Regular update",
        _ => "Resolution",
    };

    public override string Of(TicketStatus status) => status switch
    {
        TicketStatus.New => "new",
        TicketStatus.Open => "open",
        TicketStatus.Pending => "pending",
        TicketStatus.OnHold => "on hold",
        TicketStatus.Resolved => "resolved",
        _ => "closed",
    };

    public override string Of(TicketPriority priority) => priority switch
    {
        TicketPriority.Low => "low",
        TicketPriority.Normal => "normal",
        TicketPriority.High => "high",
        _ => "urgent",
    };

    public override string Of(BusinessDuration duration) => Rounded(duration).ToString();

    public override string Of(ZonedDateTime moment) => moment.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public override string EarlierSpans(int count, BusinessDuration sum) => $"{count} earlier {(count == 1 ? "span" : "spans")}: {Of(sum)}";

    public override string Because(string role, string moment) => $"You are told as {role}, at the step “{moment}” of the agreement's escalation.";
}
