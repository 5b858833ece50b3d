using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlaMonitor.Functions.Doors;
using SlaMonitor.Local.Health;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Monitoring.Health.Findings;

namespace SlaMonitor.Functions.Tests.Harness;

/// <summary>
/// The whole program in the test's process: its own Program.cs line for line, on a free port, in a folder of one test's own.
/// </summary>
internal sealed class TestMonitor : IAsyncDisposable
{
    private readonly string _folder;
    private readonly IHost _host;

    private TestMonitor(string folder, IHost host)
    {
        (_folder, _host) = (folder, host);
        Http = new HttpClient
        {
            BaseAddress = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
    }

    public HttpClient Http { get; }

    /// <summary>Real time, as the program sees it.</summary>
    public DateTimeOffset Now => _host.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>A part of the program.</summary>
    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>A part that the program may be without.</summary>
    public T? Find<T>()
        where T : class => _host.Services.GetService<T>();

    /// <param name="configure">What the test replaces.</param>
    /// <param name="settings">What the test sets.</param>
    /// <param name="start">What the clock shows; it stands still.</param>
    public static async Task<TestMonitor> StartAsync(
        Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string?>? settings = null,
        string start = "2026-03-02T09:00:00+01:00")
    {
        var folder = Directory.CreateTempSubdirectory("sla-functions-").FullName;
        var builder = FunctionsApplication.CreateBuilder(new LocalHostOptions
        {
            Args = ["--port", "0", "--speed", "0", "--start", start],
            FunctionAssembly = typeof(ReceiveEvents).Assembly,
            CurrentDirectory = folder,
            EnvironmentVariables = new MemoryConfigurationSource
            {
                InitialData = settings?.Select(
                    setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value)),
            },
            Output = TextWriter.Null,
        });
        builder.Logging.ClearProviders();
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSlaMonitor(builder.Configuration);
        GiveRoom(builder.Services, folder);
        configure?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new TestMonitor(folder, host);
    }

    /// <summary>The room on the disk of whoever runs the tests is their own affair. Its probe is the one that the host brings.</summary>
    private static void GiveRoom(IServiceCollection services, string folder)
    {
        services.Remove(services.Single(one => one.ServiceType == typeof(IHealthProbe) && one.ImplementationFactory is not null));
        services.AddSingleton<IHealthProbe>(new DiskProbe(folder, _ => new DiskSpace(FreeBytes: 50L << 30, TotalBytes: 100L << 30)));
    }

    /// <summary>Moves the monitor's clock, and comes back when all that is due by then is done.</summary>
    public async Task AdvanceToAsync(string time, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/admin/clock?to={Uri.EscapeDataString(time)}&drain=true");
        if (key is not null) request.Headers.Add("x-functions-key", key);
        using var answer = await Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public Task<HttpResponseMessage> PostAsync(string contentType, string body)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new(contentType);
        return Http.PostAsync("/api/events", content);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
