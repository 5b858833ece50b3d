using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Local.Hosting.Running;

namespace SlaMonitor.Local.Hosting.Pump;

/// <summary>A function that a queue's message starts.</summary>
internal sealed record QueueFunction(FunctionMethod Method, string Queue) : FunctionDefinition(Method)
{
    /// <summary>Whether a trigger can bind to a type.</summary>
    public static bool CanBind(Type type) => type == typeof(string) || type == typeof(ServiceBusReceivedMessage);

    /// <summary>The arguments of a call.</summary>
    public object?[] Arguments(string body, ServiceBusMessageActions actions, CancellationToken cancellationToken) =>
        [.. Method.Parameters.Select(parameter => Argument(parameter.ParameterType, body, actions, cancellationToken))];

    private static object Argument(Type type, string body, ServiceBusMessageActions actions, CancellationToken cancellationToken)
    {
        if (type == typeof(CancellationToken)) return cancellationToken;
        if (type == typeof(ServiceBusMessageActions)) return actions;

        return type == typeof(string) ? body : new ServiceBusReceivedMessage(body);
    }
}
