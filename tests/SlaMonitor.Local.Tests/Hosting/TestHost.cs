using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Queues;

namespace SlaMonitor.Local.Tests.Hosting;

/// <summary>A whole host in the test's process: real Kestrel on a free port, real SQLite in a folder of its own.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly TempFolder? _ownFolder;

    private TestHost(IHost host, TempFolder? ownFolder, Recorder recorder, StringWriter output)
    {
        _host = host;
        _ownFolder = ownFolder;
        Recorder = recorder;
        Output = output;
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Http = new HttpClient { BaseAddress = new Uri(addresses.Addresses.First()) };
    }

    public HttpClient Http { get; }

    public Recorder Recorder { get; }

    public StringWriter Output { get; }

    public IServiceProvider Services => _host.Services;

    public LocalQueues Queues => Services.GetRequiredService<LocalQueues>();

    internal static LocalHostOptions Options(TempFolder folder, params string[] args) => new()
    {
        Args = ["--port", "0", .. args],
        CurrentDirectory = folder.Path,
        ProgramDirectory = folder.Path,
        EnvironmentVariables = new MemoryConfigurationSource(),
        Output = new StringWriter(),
    };

    /// <summary>Builds without starting: for what goes wrong before.</summary>
    internal static FunctionsApplicationBuilder CreateBuilder(LocalHostOptions options, params Type[] functions)
    {
        var builder = FunctionsApplication.CreateBuilder(options with { FunctionTypes = functions });
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Recorder>();
        return builder;
    }

    public static async Task<TestHost> StartAsync(
        Type[] functions, string[]? args = null, TempFolder? folder = null, TimeProvider? time = null,
        Action<IServiceCollection>? configure = null)
    {
        var own = folder is null ? new TempFolder() : null;
        var options = Options(folder ?? own!, args ?? []);
        if (time is not null)
            options = options with { TimeProvider = time };
        var builder = CreateBuilder(options, functions);
        configure?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new TestHost(host, own, host.Services.GetRequiredService<Recorder>(), (StringWriter)options.Output);
    }

    public async Task<JsonElement> MoveClockAsync(string to)
    {
        using var answer = await Http.PostAsync($"/admin/clock?to={to}&drain=true", content: null);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _ownFolder?.Dispose();
    }
}
