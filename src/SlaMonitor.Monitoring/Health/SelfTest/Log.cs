using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Health.SelfTest;

internal static partial class Log
{
    [LoggerMessage(2111, LogLevel.Information, "A test mail was sent to {Operator}", EventName = nameof(TestMailSent))]
    public static partial void TestMailSent(this ILogger logger, string @operator);

    [LoggerMessage(2112, LogLevel.Error, "The test mail to {Operator} was not taken: {Reason}", EventName = nameof(TestMailFailed))]
    public static partial void TestMailFailed(this ILogger logger, string @operator, string reason);
}
