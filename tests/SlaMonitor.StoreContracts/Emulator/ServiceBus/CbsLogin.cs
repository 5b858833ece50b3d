using Amqp;
using Amqp.Sasl;
using Amqp.Types;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>How the SDK says hello: who it is comes later, by claims (CBS), for each link.</summary>
internal sealed class CbsLogin() : SaslProfile(Name)
{
    public const string Name = "MSSBCBS";

    protected override ITransport UpgradeTransport(ITransport transport) => transport;

    protected override DescribedList? GetStartCommand(string hostname) => null;

    protected override DescribedList? OnCommand(DescribedList command) =>
        command is SaslInit ? new SaslOutcome { Code = SaslCode.Ok } : null;
}
