using Microsoft.Extensions.Logging;
using NodaTime;

namespace SlaMonitor.Monitoring.Evaluation;

internal static partial class Log
{
    [LoggerMessage(
        2001, LogLevel.Information, "Evaluated {Tickets} due ticket(s): {StepsFired} step(s) fired", EventName = nameof(Evaluated))]
    public static partial void Evaluated(this ILogger logger, int tickets, int stepsFired);

    [LoggerMessage(2002, LogLevel.Information, "Ticket {TicketId}: step {StepId} of {At} fired", EventName = nameof(StepFired))]
    public static partial void StepFired(this ILogger logger, string ticketId, string stepId, Instant at);

    [LoggerMessage(
        2003, LogLevel.Error, "Ticket {TicketId} cannot be evaluated; it is tried again at every tick",
        EventName = nameof(EvaluationFailed))]
    public static partial void EvaluationFailed(this ILogger logger, Exception exception, string ticketId);

    [LoggerMessage(2004, LogLevel.Information, "Ticket {TicketId}: all-clear {AllClearId} given", EventName = nameof(AllClearGiven))]
    public static partial void AllClearGiven(this ILogger logger, string ticketId, string allClearId);

    [LoggerMessage(
        2010, LogLevel.Information, "Ticket {TicketId}: step {StepId} waits for the next mail of whom it tells, at most until {Until}",
        EventName = nameof(StepWaits))]
    public static partial void StepWaits(this ILogger logger, string ticketId, string stepId, Instant until);

    [LoggerMessage(
        2005, LogLevel.Error, "Events are taken, but no step is fired: no mail can be sent. {Obstacle}",
        EventName = nameof(EvaluationWaits))]
    public static partial void EvaluationWaits(this ILogger logger, string obstacle);

    [LoggerMessage(
        2006, LogLevel.Information, "{Version} governs {Open} open ticket(s) that were looked at by other agreements; {Moved} moved",
        EventName = nameof(TicketsMoved))]
    public static partial void TicketsMoved(this ILogger logger, string version, int open, int moved);

    [LoggerMessage(
        2007, LogLevel.Warning,
        "The agreements have changed from {Former} to {Terms}: {Written} open ticket(s) were looked at anew, {Moved} of them moved",
        EventName = nameof(WalkEnded))]
    public static partial void WalkEnded(this ILogger logger, string former, string terms, int written, int moved);

    [LoggerMessage(
        2008, LogLevel.Warning, "The agreements have changed, and not all open tickets are looked at anew yet; the next evaluation goes on",
        EventName = nameof(WalkInterrupted))]
    public static partial void WalkInterrupted(this ILogger logger, Exception exception);

    [LoggerMessage(
        2009, LogLevel.Error, "Ticket {TicketId} cannot be looked at anew though the agreements have changed",
        EventName = nameof(NotMoved))]
    public static partial void NotMoved(this ILogger logger, Exception exception, string ticketId);
}
