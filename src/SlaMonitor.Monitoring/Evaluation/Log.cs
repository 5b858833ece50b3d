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
        2005, LogLevel.Error, "Events are taken, but no step is fired: no mail can be sent. {Obstacle}",
        EventName = nameof(EvaluationWaits))]
    public static partial void EvaluationWaits(this ILogger logger, string obstacle);
}
