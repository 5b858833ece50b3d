using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>Where the SDK puts its tokens, one for each queue.</summary>
internal sealed class CbsTokens : IRequestProcessor
{
    public bool AreRefused { get; set; }

    public int Credit => 100;

    public void Process(RequestContext requestContext) => requestContext.Complete(new Message
    {
        ApplicationProperties = new ApplicationProperties
        {
            ["status-code"] = AreRefused ? 401 : 202,
            ["status-description"] = AreRefused ? "Unauthorized access. Claims are required to perform this operation." : "Accepted",
        },
    });
}
