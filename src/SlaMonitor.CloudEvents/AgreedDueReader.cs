using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents;

/// <summary>Reads what a <c>ticket.dueAgreed</c> has to say: <c>metric</c>, <c>due</c>, <c>reason</c> and <c>approvedBy</c>.</summary>
internal static class AgreedDueReader
{
    /// <summary>Reasons are shown in explanations and reports, and are sentences.</summary>
    private const int LongestReason = 1024;

    /// <param name="where">The place in the delivery.</param>
    /// <param name="data">The data of the event.</param>
    /// <param name="time">When it was agreed.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static AgreedDue? Read(string where, JsonElement? data, Instant time, List<EventProblem> problems)
    {
        var told = new TextFields(where, data, problems);
        var metric = told.Text("metric", EventRules.LongestName, "the metric whose clock it is for, as in \"resolution\"");
        var due = told.TimeAfter(
            "due", "when it is due, as in \"2026-05-04T17:00:00Z\"", time, "when it was agreed: what is past cannot be agreed.");
        var reason = told.Text("reason", LongestReason, "why it was agreed");
        var approvedBy = told.Text("approvedBy", EventRules.LongestName, "who agreed to it");
        return metric is null || due is not { } at || reason is null || approvedBy is null
            ? null
            : new AgreedDue(metric, at, reason, approvedBy);
    }
}
