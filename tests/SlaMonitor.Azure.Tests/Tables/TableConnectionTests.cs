using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tests.Tables;

public sealed class TableConnectionTests
{
    [Theory]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("AzureWebJobsStorage:accountName", "stmonitor", "https://stmonitor.table.core.windows.net/")]
    [InlineData(
        "AzureWebJobsStorage:tableServiceUri",
        "https://stmonitor.table.core.chinacloudapi.cn/",
        "https://stmonitor.table.core.chinacloudapi.cn/")]
    public void Open_Setting_NamesTheAccount(string name, string value, string expected) =>
        Assert.Equal(new Uri(expected), TableConnection.Open(Settings((name, value))).Uri);

    [Fact]
    public void Open_NothingSet_SaysWhatToSet()
    {
        var e = Assert.Throws<OptionsValidationException>(() => TableConnection.Open(Settings(("AzureWebJobsStorage", ""))));

        Assert.Equal(
            "no storage is set; set AzureWebJobsStorage__accountName to the storage account's name, "
            + "or AzureWebJobsStorage to a connection string",
            e.Message);
    }

    [Fact]
    public void Open_WrongAddress_IsRefused()
    {
        var e = Assert.Throws<OptionsValidationException>(
            () => TableConnection.Open(Settings(("AzureWebJobsStorage:tableServiceUri", "http://stmonitor"))));

        Assert.Equal("AzureWebJobsStorage__tableServiceUri is 'http://stmonitor'; it must be an https address", e.Message);
    }

    [Fact]
    public void Open_WrongConnectionString_IsRefusedWithoutRepeatingItsKey()
    {
        var e = Assert.Throws<OptionsValidationException>(
            () => TableConnection.Open(Settings(("AzureWebJobsStorage", "AccountKey=secret"))));

        Assert.Equal(
            "AzureWebJobsStorage is not a connection string of a storage account; for the emulator it is UseDevelopmentStorage=true",
            e.Message);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("257")]
    public void Shards_OutOfRange_AreRefusedAtStart(string shards) =>
        Assert.Throws<OptionsValidationException>(() => Validate(("Tables:Shards", shards)));

    [Fact]
    public void Evaluators_AsManyAsShards_AreTaken() =>
        Validate(("Tables:Shards", "4"), ("Tables:Evaluators", "4"), ("Tables:Evaluator", "4"));

    [Fact]
    public void Evaluators_MoreThanShards_AreRefusedAtStart()
    {
        var e = Assert.Throws<OptionsValidationException>(() => Validate(("Tables:Shards", "4"), ("Tables:Evaluators", "5")));

        Assert.Contains(
            "Tables__Evaluators is 5, but there are 4 shards to share; set Tables__Shards to as many at least",
            e.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluator_MoreThanEvaluators_IsRefusedAtStart()
    {
        var e = Assert.Throws<OptionsValidationException>(() => Validate(("Tables:Evaluators", "2"), ("Tables:Evaluator", "3")));

        Assert.Contains(
            "Tables__Evaluator is 3 of 2; set it to a number from 1 to Tables__Evaluators", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddAzureTables_Storage_IsTheTables()
    {
        var settings = Settings(("AzureWebJobsStorage:accountName", "stmonitor"));
        using var provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(settings)
            .AddAzureTables(settings)
            .BuildServiceProvider();

        Assert.IsType<TableTicketStore>(provider.GetRequiredService<ITicketStore>());
        Assert.IsType<TableNotificationLedger>(provider.GetRequiredService<INotificationLedger>());

        // With an identity the tables are infra/'s: the app has no right to create any.
        Assert.DoesNotContain(provider.GetServices<Microsoft.Extensions.Hosting.IHostedService>(), service => service is TableCreation);
    }

    private static void Validate(params (string Name, string Value)[] tables)
    {
        var settings = Settings([("AzureWebJobsStorage", "UseDevelopmentStorage=true"), .. tables]);
        using var provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(settings)
            .AddAzureTables(settings)
            .BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
}
