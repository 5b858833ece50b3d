using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Hosting.Running;

internal static partial class Log
{
    [LoggerMessage(7001, LogLevel.Debug, "{Function} ran for {Milliseconds:0.0} ms", EventName = nameof(FunctionExecuted))]
    public static partial void FunctionExecuted(this ILogger logger, string function, double milliseconds);

    [LoggerMessage(7002, LogLevel.Error, "{Function} failed; the timer waits for its next tick", EventName = nameof(TimerFunctionFailed))]
    public static partial void TimerFunctionFailed(this ILogger logger, Exception exception, string function);

    [LoggerMessage(7003, LogLevel.Error, "{Function} failed on {Method} {Route}", EventName = nameof(HttpFunctionFailed))]
    public static partial void HttpFunctionFailed(this ILogger logger, Exception exception, string? function, string method, string? route);

    [LoggerMessage(
        7004, LogLevel.Warning,
        "{Function} failed on message {MessageId}, delivery {DeliveryCount}; it goes back to the queue {Queue}",
        EventName = nameof(QueueFunctionFailed))]
    public static partial void QueueFunctionFailed(
        this ILogger logger, Exception exception, string function, string messageId, int deliveryCount, string queue);

    [LoggerMessage(
        7005, LogLevel.Error,
        "{Function} gave message {MessageId} of the queue {Queue} up: {Reason}: {Description}",
        EventName = nameof(MessageDeadLettered))]
    public static partial void MessageDeadLettered(
        this ILogger logger, string function, string messageId, string queue, string reason, string description);

    [LoggerMessage(
        7006, LogLevel.Warning,
        "{Function} took so long over message {MessageId} that its lock was lost; it is delivered again",
        EventName = nameof(MessageLockLost))]
    public static partial void MessageLockLost(this ILogger logger, string function, string messageId);

    [LoggerMessage(7007, LogLevel.Error, "The queue {Queue} cannot be read; trying again", EventName = nameof(QueueUnavailable))]
    public static partial void QueueUnavailable(this ILogger logger, Exception exception, string queue);

    [LoggerMessage(7008, LogLevel.Warning, "Something still ran when the host's patience ended", EventName = nameof(DrainGivenUp))]
    public static partial void DrainGivenUp(this ILogger logger);

    [LoggerMessage(
        7009, LogLevel.Error,
        "That {Function} ran could not be kept; after a restart it runs once too often",
        EventName = nameof(TimerNotRemembered))]
    public static partial void TimerNotRemembered(this ILogger logger, Exception exception, string function);

    [LoggerMessage(7010, LogLevel.Warning, "The lock of message {MessageId} could not be renewed", EventName = nameof(LockNotRenewed))]
    public static partial void LockNotRenewed(this ILogger logger, Exception exception, string messageId);
}
