using Moq;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Harness;

/// <summary>A store that cannot be reached.</summary>
internal static class StoreAway
{
    public const string Message = "The store is away.";

    /// <summary>Fails when it is asked. Nobody comes as far as writing to it.</summary>
    public static ITicketStore Create()
    {
        var away = new StoreUnavailableException(Message, new TimeoutException());
        var store = new Mock<ITicketStore>(MockBehavior.Strict);
        store.Setup(s => s.LoadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(away);
        store.Setup(s => s.ReadDueAsync(It.IsAny<Instant>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).ThrowsAsync(away);
        return store.Object;
    }
}
