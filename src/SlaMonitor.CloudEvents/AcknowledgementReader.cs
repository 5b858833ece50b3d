using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents;

/// <summary>Reads what a <c>ticket.acknowledged</c> in a file has to say: <c>clock</c>, <c>takenBy</c> and <c>until</c>.</summary>
internal static class AcknowledgementReader
{
    /// <param name="where">The place in the file.</param>
    /// <param name="data">The data of the event.</param>
    /// <param name="time">When the promise was taken.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Acknowledgement? Read(string where, JsonElement? data, Instant time, List<EventProblem> problems)
    {
        var told = new TextFields(where, data, problems);
        var clock = told.Text("clock", EventRules.LongestName, "which promise was taken, as in \"response/1/14400s\"");
        var by = told.Text("takenBy", EventRules.LongestName, "the address of whoever took it");
        var until = told.TimeAfter("until", "until when, as in \"2026-05-04T17:00:00Z\"", time, "when the promise was taken.");
        return clock is null || by is null || until is not { } end ? null : new Acknowledgement(new ClockId(clock), by, time, end);
    }
}
