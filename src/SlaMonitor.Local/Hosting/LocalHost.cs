using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Hosting.Discovery;
using SlaMonitor.Local.Hosting.Http;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Hosting;

/// <summary>The local Functions host. <c>Program.cs</c> comes here by <see cref="FunctionsApplication.CreateBuilder"/>; tests come directly,
/// and get exceptions where a program would end.</summary>
public static class LocalHost
{
    /// <summary>Reads the command line, files and environment.</summary>
    /// <exception cref="LocalHostException">Something in them is wrong; the message says what, where, and what would be right.</exception>
    public static FunctionsApplicationBuilder CreateBuilder(LocalHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (CommandLine.AsksForHelp(options.Args))
        {
            options.Output.WriteLine(CommandLine.Help);
            Environment.Exit(0);
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = options.CurrentDirectory,
            ApplicationName = Assembly.GetEntryAssembly()?.GetName().Name,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Development,
        });
        var (hostJson, settingsFile) = SettingsLoader.Load(builder.Configuration, options);
        var settings = LocalHostSettings.Read(builder.Configuration, options.CurrentDirectory);
        var catalog = FunctionCatalog.Discover(options.FunctionTypes ?? Types(options), builder.Configuration);

        builder.Services.AddLocalHost(options, settings, hostJson, new LoadedFiles(settingsFile), catalog);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        // The host logs what it is about to throw, with a stack trace; ProcessExit says it in a line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, settings));
        ((IHostApplicationBuilder)builder).ConfigureContainer(
            new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
        return new FunctionsApplicationBuilder(builder, web => Build(web, catalog, hostJson));
    }

    private static WebApplication Build(WebApplicationBuilder builder, FunctionCatalog catalog, HostJson hostJson)
    {
        WebApplication app;
        try
        {
            app = builder.Build();
        }
        catch (AggregateException problem)
        {
            // What a constructor needs and nobody provides.
            throw new LocalHostException(
                string.Join(Environment.NewLine, problem.InnerExceptions.Select(inner => $"error: {inner.Message}")), problem);
        }

        try
        {
            HttpPipeline.Map(app, catalog, hostJson);
            return app;
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
        kestrel.Limits.MaxRequestBodySize = null; // BodyLimit refuses, with an answer that the caller can read
        foreach (var url in settings.Urls)
        {
            if (ListenAddress.Address(url) is { } address)
                kestrel.Listen(address, url.Port);
            else
                kestrel.ListenLocalhost(url.Port);
        }
    }

    private static Type[] Types(LocalHostOptions options) =>
        (options.FunctionAssembly ?? Assembly.GetEntryAssembly() ?? throw new LocalHostException("error: there is no assembly to look for functions in"))
        .GetExportedTypes();
}
