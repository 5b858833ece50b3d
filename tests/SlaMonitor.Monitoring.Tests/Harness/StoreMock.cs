using Moq;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.Harness;

/// <summary>Stores that answer, or fail, as a test tells them to.</summary>
internal static class StoreMock
{
    /// <summary>What a store that cannot be reached throws.</summary>
    public static StoreUnavailableException Away => new("The store is away.", new TimeoutException());

    /// <summary>A store that cannot be reached by whoever reads. Nobody comes as far as writing to it.</summary>
    public static ITicketStore OutOfReach()
    {
        var mock = new Mock<ITicketStore>(MockBehavior.Strict);
        mock.Setup(s => s.LoadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(Away);
        mock.Setup(s => s.ReadDueAsync(It.IsAny<Instant>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).ThrowsAsync(Away);
        return mock.Object;
    }

    /// <summary>A store that hands everything on to another, but for what the test sets up afterwards.</summary>
    public static Mock<ITicketStore> Of(ITicketStore store)
    {
        var mock = new Mock<ITicketStore>();
        mock.Setup(s => s.LoadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns(store.LoadAsync);
        mock.Setup(s => s.CommitAsync(It.IsAny<TicketCommit>(), It.IsAny<CancellationToken>())).Returns(store.CommitAsync);
        mock.Setup(s => s.ReadDueAsync(It.IsAny<Instant>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).Returns(store.ReadDueAsync);
        mock.Setup(s => s.DropDueAsync(It.IsAny<DueTicket>(), It.IsAny<CancellationToken>())).Returns(store.DropDueAsync);
        return mock;
    }

    /// <summary>A store in which somebody else has always been faster.</summary>
    public static ITicketStore NeverWriting(ITicketStore store)
    {
        var mock = Of(store);
        mock.Setup(s => s.CommitAsync(It.IsAny<TicketCommit>(), It.IsAny<CancellationToken>())).ReturnsAsync(false);
        return mock.Object;
    }

    /// <summary>A store that cannot read the tickets whose ids begin so: a bug, not an outage.</summary>
    public static ITicketStore NotReading(ITicketStore store, string prefix)
    {
        var mock = Of(store);
        mock.Setup(s => s.LoadAsync(It.Is<string>(id => id.StartsWith(prefix, StringComparison.Ordinal)), It.IsAny<CancellationToken>()))
            .Throws((string id, CancellationToken _) => new FormatException($"{id} cannot be read."));
        return mock.Object;
    }
}
