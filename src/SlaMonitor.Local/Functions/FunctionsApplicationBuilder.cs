using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The worker's builder over a web application's: <see cref="Build"/> returns a host that serves the functions itself.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private readonly LocalHost _host;

    internal FunctionsApplicationBuilder(LocalHost host) => _host = host;

    public IDictionary<object, object> Properties => Inner.Properties;

    public ConfigurationManager Configuration => _host.Builder.Configuration;

    public IHostEnvironment Environment => Inner.Environment;

    public ILoggingBuilder Logging => Inner.Logging;

    public IMetricsBuilder Metrics => Inner.Metrics;

    public IServiceCollection Services => Inner.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => Inner.Configuration;

    private IHostApplicationBuilder Inner => _host.Builder;

    public IHost Build() => _host.Build();

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        Inner.ConfigureContainer(factory, configure);
}
