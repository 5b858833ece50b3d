using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Azure.ServiceBus;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tests.ServiceBus;

public sealed class ServiceBusConnectionTests
{
    private const string Namespace = "ServiceBusConnection:fullyQualifiedNamespace";

    [Fact]
    public async Task Open_ANamespace_IsByIdentity()
    {
        await using var client = ServiceBusConnection.Open(Settings((Namespace, "example.servicebus.windows.net")));

        Assert.Equal("example.servicebus.windows.net", client.FullyQualifiedNamespace);
    }

    [Fact]
    public async Task Open_AConnectionString_GoesThere()
    {
        await using var client = ServiceBusConnection.Open(Settings(
            ("ServiceBusConnection", "Endpoint=sb://own.example.com;SharedAccessKeyName=k;SharedAccessKey=a2V5")));

        Assert.Equal("own.example.com", client.FullyQualifiedNamespace);
    }

    [Fact]
    public void Open_Nothing_SaysWhatToSet()
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => ServiceBusConnection.Open(Settings()));

        Assert.Equal(
            "no Service Bus is set; set ServiceBusConnection__fullyQualifiedNamespace to the namespace, "
            + "as in example.servicebus.windows.net",
            wrong.Message);
    }

    [Theory]
    [InlineData("not;a;connection")]
    [InlineData("SharedAccessKey=topsecret")]
    public void Open_WhatIsNoConnectionString_SaysSo_AndDoesNotSayIt(string setting)
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => ServiceBusConnection.Open(Settings(("ServiceBusConnection", setting))));

        Assert.Equal("ServiceBusConnection is not a connection string of Service Bus; it begins with Endpoint=sb://", wrong.Message);
    }

    [Fact]
    public void QueueName_Missing_SaysWhatToSet() => Assert.Equal(
        "no queue is set; set NotificationsQueue to the name of the notifications' queue",
        Assert.Throws<OptionsValidationException>(() => ServiceBusConnection.QueueName(Settings())).Message);

    [Fact]
    public async Task AddServiceBus_WiresTheQueue_AsTheAzureHostDoes()
    {
        var configuration = Settings((Namespace, "example.servicebus.windows.net"), ("NotificationsQueue", "notifications"));
        await using var provider = new ServiceCollection()
            .AddLogging().AddSingleton<TimeProvider>(new FakeTimeProvider()).AddServiceBus(configuration).BuildServiceProvider();

        Assert.IsType<ServiceBusNotificationQueue>(provider.GetRequiredService<INotificationQueue>());
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
