using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Local.Queues;

namespace SlaMonitor.Local.Hosting.Pump;

/// <summary>Notes what a function wants to become of its message; the host settles the message when the function is done.</summary>
internal sealed class MessageActions : ServiceBusMessageActions
{
    /// <summary>Why the message is given up; <c>null</c> where it is not.</summary>
    public DeadLettering? DeadLettering { get; private set; }

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default)
    {
        DeadLettering = new DeadLettering(deadLetterReason ?? "", deadLetterErrorDescription ?? "");
        return Task.CompletedTask;
    }
}
