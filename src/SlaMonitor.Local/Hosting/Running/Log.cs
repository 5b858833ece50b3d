using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Hosting.Running;

/// <summary>Events 7000 to 7099.</summary>
internal static partial class Log
{
    [LoggerMessage(7001, LogLevel.Debug, "{Function} ran for {Milliseconds:0.0} ms", EventName = "FunctionExecuted")]
    public static partial void Executed(ILogger logger, string function, double milliseconds);

    [LoggerMessage(7002, LogLevel.Error, "{Function} failed; the timer waits for its next tick", EventName = "TimerFunctionFailed")]
    public static partial void TimerFailed(ILogger logger, Exception exception, string function);

    [LoggerMessage(7003, LogLevel.Error, "{Function} failed on {Method} {Path}", EventName = "HttpFunctionFailed")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string? function, string method, string? path);

    [LoggerMessage(7004, LogLevel.Warning, "{Function} failed on message {MessageId}, delivery {DeliveryCount}; it goes back to the queue {Queue}", EventName = "QueueFunctionFailed")]
    public static partial void MessageFailed(ILogger logger, Exception exception, string function, string messageId, int deliveryCount, string queue);

    [LoggerMessage(7005, LogLevel.Error, "{Function} gave message {MessageId} of the queue {Queue} up: {Reason}: {Description}", EventName = "MessageDeadLettered")]
    public static partial void MessageDeadLettered(ILogger logger, string function, string messageId, string queue, string reason, string description);

    [LoggerMessage(7006, LogLevel.Warning, "{Function} took so long over message {MessageId} that its lock was lost; it is delivered again", EventName = "MessageLockLost")]
    public static partial void LockLost(ILogger logger, string function, string messageId);

    [LoggerMessage(7007, LogLevel.Error, "The queue {Queue} cannot be read; trying again", EventName = "QueueUnavailable")]
    public static partial void QueueUnavailable(ILogger logger, Exception exception, string queue);

    [LoggerMessage(7008, LogLevel.Warning, "Something still ran when the host's patience ended", EventName = "DrainGivenUp")]
    public static partial void DrainGivenUp(ILogger logger);

    [LoggerMessage(7009, LogLevel.Error, "That {Function} ran could not be kept; after a restart it runs once too often", EventName = "TimerNotRemembered")]
    public static partial void TimerNotRemembered(ILogger logger, Exception exception, string function);

    [LoggerMessage(7010, LogLevel.Warning, "The lock of message {MessageId} could not be renewed", EventName = "LockNotRenewed")]
    public static partial void LockNotRenewed(ILogger logger, Exception exception, string messageId);
}
