using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Tests.Harness;

/// <summary>The channels of some settings, without the rest of the monitor.</summary>
internal sealed class ChannelHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="settings">As they stand in the configuration, with colons.</param>
    public ChannelHost(params (string Key, string Value)[] settings)
        : this(null, settings)
    {
    }

    /// <param name="notes">The notes that an earlier one has kept.</param>
    /// <param name="settings">As they stand in the configuration, with colons.</param>
    public ChannelHost(FewNotes? notes, params (string Key, string Value)[] settings)
    {
        Notes = notes ?? new FewNotes();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value, StringComparer.Ordinal))
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IMonitorNotes>(Notes)
            .AddChannels(configuration)
            .BuildServiceProvider();
    }

    public FewNotes Notes { get; }

    public FakeTimeProvider Time { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IChannel Channel(string address) => Get<IChannels>().Find(address)!;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
