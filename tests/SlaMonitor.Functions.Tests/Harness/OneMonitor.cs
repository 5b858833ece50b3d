using SlaMonitor.Functions.Api;

namespace SlaMonitor.Functions.Tests.Harness;

/// <summary>One monitor for all tests of a class: they ask, and change nothing that another of them looks at.</summary>
public sealed class OneMonitor : IAsyncLifetime
{
    internal TestMonitor Monitor { get; private set; } = null!;

    public async Task InitializeAsync() => Monitor = await TestMonitor.StartAsync();

    public async Task DisposeAsync() => await Monitor.DisposeAsync();

    /// <summary>An address behind a door: <c>x</c> in the place of whatever varies.</summary>
    internal static string AddressOf(Door door) =>
        $"/{string.Join('/', door.Route.Split('/').Select(part => part.StartsWith('{') ? "x" : part))}";
}
