namespace Azure.Messaging.ServiceBus;

/// <summary>A message that was locked for a function. Of what the real one tells, the body.</summary>
public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage(string body) => Body = BinaryData.FromString(body);

    public BinaryData Body { get; }
}
