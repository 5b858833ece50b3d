using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>In place of the Service Bus extension's own, which has the host settle a message: this one logs what it would ask.</summary>
[InputConverter(typeof(ActionsConverter))]
public partial class ServiceBusMessageActions(ILogger log)
{
    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message, Dictionary<string, object>? propertiesToModify = default, string? deadLetterReason = default,
        string? deadLetterErrorDescription = default, CancellationToken cancellationToken = default)
    {
        NotSettled(log, message.LockToken, deadLetterReason, deadLetterErrorDescription);
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Warning, "Not settled: the message locked by {Lock} belongs to the dead letters as {Reason}: {Why}")]
    private static partial void NotSettled(ILogger log, string @lock, string? reason, string? why);

    private sealed class ActionsConverter : IInputConverter
    {
        public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) =>
            new(ConversionResult.Success(new ServiceBusMessageActions(context.FunctionContext.GetLogger<ServiceBusMessageActions>())));
    }
}
