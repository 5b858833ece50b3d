using Microsoft.Extensions.Configuration;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Tests.Hosting.Settings;

public sealed class HostJsonTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Read_NoFile_HasTheRealHostsDefaults()
    {
        var host = HostJson.Read(file: null, Environment());

        Assert.Equal(("api", 16, TimeSpan.FromMinutes(5)), (host.RoutePrefix, host.MaxConcurrentCalls, host.MaxAutoLockRenewal));
    }

    [Fact]
    public void Read_File_IsHonoured()
    {
        var host = Read(
            """
            { "version": "2.0", "functionTimeout": "-1",
              "extensions": { "http": { "routePrefix": "/v1/" },
                "serviceBus": { "maxConcurrentCalls": 4, "maxAutoLockRenewalDuration": "00:01:00" } },
              "logging": { "logLevel": { "default": "Warning", "SlaMonitor": "Debug" } } }
            """);

        Assert.Equal(
            ("v1", 4, TimeSpan.FromMinutes(1), null),
            (host.RoutePrefix, host.MaxConcurrentCalls, host.MaxAutoLockRenewal, host.FunctionTimeout));
        Assert.Equal(
            [new("Logging:LogLevel:default", "Warning"), new("Logging:LogLevel:SlaMonitor", "Debug")],
            host.LogLevels.OrderBy(level => level.Value == "Debug"));
    }

    [Fact]
    public void Read_EmptyRoutePrefix_IsOne() =>
        Assert.Equal("", Read("""{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""").RoutePrefix);

    [Fact]
    public void Read_EnvironmentVariable_OverridesTheFile()
    {
        var host = HostJson.Read(file: null, Environment(("AzureFunctionsJobHost:extensions:http:routePrefix", "")));

        Assert.Equal("", host.RoutePrefix);
    }

    [Fact]
    public void Read_EverythingWrong_SaysAllOfIt()
    {
        var problem = Assert.Throws<LocalHostException>(() => Read(
            """{ "functionTimeout": "soon", "extensions": { "serviceBus": """
            + """{ "maxConcurrentCalls": 0, "maxAutoLockRenewalDuration": "-00:01:00" } } }"""));

        var path = _folder.File("host.json");
        Assert.Equal(
            [
                $"{path}: error: version must be \"2.0\"",
                $"{path}: error: extensions.serviceBus.maxConcurrentCalls is '0'; it must be a number from 1 to 1000",
                $"{path}: error: extensions.serviceBus.maxAutoLockRenewalDuration is '-00:01:00'; it must be a time span, as 00:05:00",
                $"{path}: error: functionTimeout is 'soon'; it must be a time span, as 00:05:00, or -1 for none",
            ],
            problem.Message.Split(System.Environment.NewLine));
    }

    public void Dispose() => _folder.Dispose();

    private static IConfiguration Environment(params (string Name, string Value)[] variables) => new ConfigurationBuilder()
        .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, (string?)variable.Value))).Build();

    private HostJson Read(string text)
    {
        _folder.Write("host.json", text);
        return HostJson.Read(JsonFile.Find("host.json", TestHost.Options(_folder)), Environment());
    }
}
