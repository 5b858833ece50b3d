using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function by a message of a queue, given by name or as the name of a setting between percent signs.</summary>
public sealed class ServiceBusTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The prefix of the settings that hold the connection. The local host needs no connection but wants it named.</summary>
    public string? Connection { get; set; }

    public string? QueueName { get; } = queueName;
}
