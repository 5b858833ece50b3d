using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using SlaMonitor.Local.Hosting.Connections;
using SlaMonitor.Local.Hosting.Discovery;
using SlaMonitor.Local.Hosting.Http;
using SlaMonitor.Local.Hosting.Logs;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Local.Hosting;

/// <summary>The local Functions host in the making.</summary>
internal sealed class LocalHost
{
    private readonly FunctionCatalog _catalog;
    private readonly HostJson _hostJson;

    /// <summary>Reads the command line, files and environment.</summary>
    /// <exception cref="LocalHostException">Something in them is wrong; the message says what, where, and what would be right.</exception>
    public LocalHost(LocalHostOptions options)
    {
        Builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = options.CurrentDirectory,
            ApplicationName = (options.FunctionAssembly ?? Assembly.GetEntryAssembly())?.GetName().Name,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Development,
        });
        (_hostJson, var settingsFile) = SettingsLoader.Load(Builder.Configuration, options);
        var keys = new AccessKeys(Builder.Configuration, isLocal: true);
        var settings = LocalHostSettings.Read(Builder.Configuration, keys, options.CurrentDirectory) with { File = settingsFile };
        _catalog = FunctionCatalog.Discover(options.FunctionTypes ?? Types(options), Builder.Configuration);

        Builder.Services.AddLocalHost(options, settings, keys, _hostJson, _catalog);
        // A line for each event was 6 % of what it cost, and says no more than the counts. Logging:Console:LogLevel brings it back.
        Builder.Logging.AddFilter<ConsoleLoggerProvider>("SlaMonitor.Monitoring.Ingestion.EventIngestor", LogLevel.Warning);
        Builder.Logging.AddConfiguration(Builder.Configuration.GetSection("Logging"));
        // The host logs what it is about to throw, with a stack trace; ProcessExit says it in a line.
        Builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // These write the addresses of requests, and that of an acknowledge link is a key to it.
        foreach (var category in (string[])
            [
                "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing.Matching.DfaMatcher",
                "Microsoft.AspNetCore.Server.Kestrel.BadRequests",
            ])
        {
            Builder.Logging.AddFilter(category, LogLevel.None);
        }

        // systemd hears when the start is over; elsewhere this changes nothing. Before the console, so that its lines stay ours.
        Builder.Services.AddSystemd();
        Builder.Logging.AddConsole(console => console.FormatterName = LocalConsoleFormatter.FormatterName)
            .AddConsoleFormatter<LocalConsoleFormatter, ConsoleFormatterOptions>();
        Builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, settings));
        ((IHostApplicationBuilder)Builder).ConfigureContainer(
            new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
    }

    /// <summary>What an app adds its services to.</summary>
    public WebApplicationBuilder Builder { get; }

    public IHost Build()
    {
        WebApplication app;
        try
        {
            app = Builder.Build();
        }
        catch (AggregateException problem)
        {
            // What a constructor needs and nobody provides.
            throw new LocalHostException(
                string.Join(Environment.NewLine, problem.InnerExceptions.Select(inner => $"error: {inner.Message}")), problem);
        }

        try
        {
            HttpPipeline.Map(app, _catalog.Http, _hostJson);
            return new InterruptibleHost(app);
        }
        catch
        {
            ((IDisposable)app).Dispose(); // gives the data folder back
            throw;
        }
    }

    private static void Listen(KestrelServerOptions kestrel, LocalHostSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.ApplicationServices.GetRequiredService<ConnectionLimits>().Apply(kestrel.Limits);
        kestrel.Limits.MaxRequestBodySize = null; // BodyLimit refuses, with an answer that the caller can read
        foreach (var url in settings.Urls)
        {
            if (ListenAddress.Address(url) is { } address)
                kestrel.Listen(address, url.Port, PassTheGate);
            else
                kestrel.ListenLocalhost(url.Port, PassTheGate);
        }
    }

    private static void PassTheGate(ListenOptions listen)
    {
        var gate = listen.ApplicationServices.GetRequiredService<ConnectionGate>();
        listen.Use(next => connection => gate.RunAsync(connection, next));
    }

    private static Type[] Types(LocalHostOptions options) => (options.FunctionAssembly ?? Assembly.GetEntryAssembly()
        ?? throw new LocalHostException("error: there is no assembly to look for functions in")).GetExportedTypes();
}
