using Microsoft.Extensions.Configuration;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Local.Tests.Hosting.Settings;

public sealed class LocalHostSettingsTests
{
    [Fact]
    public void Read_NothingSet_IsWhatANewcomerWants()
    {
        var settings = Read();

        Assert.Equal(["http://localhost:7071/"], settings.Urls.Select(url => url.ToString()));
        Assert.Equal(("/home/me/data", "/home/me/data/mail"), (settings.DataFolder, settings.MailFolder));
        Assert.Equal((null, 1d), (settings.Start, settings.Speed));
    }

    [Fact]
    public void Read_EverythingSet_IsTaken()
    {
        var settings = Read(
            ("Local:Urls", "http://127.0.0.1:1;http://[::1]:2"), ("Local:DataFolder", "../sla"), ("Local:MailFolder", "/var/mail"),
            ("Local:Start", "2026-03-02T08:00:00+08:00"), ("Local:Speed", "0.5"));

        Assert.Equal(["http://127.0.0.1:1/", "http://[::1]:2/"], settings.Urls.Select(url => url.ToString()));
        Assert.Equal(("/home/sla", "/var/mail"), (settings.DataFolder, settings.MailFolder));
        Assert.Equal((Instant.FromUtc(2026, 3, 2, 0, 0), 0.5), (settings.Start!.Value, settings.Speed));
    }

    [Fact]
    public void Read_MailFolderNotSet_IsInTheDataFolder() =>
        Assert.Equal("/elsewhere/mail", Read(("Local:DataFolder", "/elsewhere")).MailFolder);

    [Theory]
    [InlineData("Local:Port", "65536", "error: --port (setting Local__Port) is '65536'; it must be a number from 0 to 65535")]
    [InlineData("Local:Start", "monday", "error: --start (setting Local__Start) is 'monday'; it must be an instant from 2000 to 2099, as ")]
    [InlineData("Local:Start", "9998-01-01T00:00:00Z", "error: --start (setting Local__Start) is '9998-01-01T00:00:00Z'; it must be an ")]
    [InlineData("Local:Start", "1999-12-31T23:59:59Z", "error: --start (setting Local__Start) is '1999-12-31T23:59:59Z'; it must be an ")]
    [InlineData("Local:Speed", "-1", "error: --speed (setting Local__Speed) is '-1'; it must be a number from 0 to 1000000")]
    [InlineData("Local:Connections", "0", "error: Local__Connections is '0'; it must be a number from 1 to 100000")]
    [InlineData("Local:Speed", "NaN", "error: --speed (setting Local__Speed) is 'NaN'; it must be a number from 0 to 1000000")]
    [InlineData(
        "Local:Urls", "https://localhost:1", "error: --urls (setting Local__Urls) has 'https://localhost:1'; an address must be http://")]
    [InlineData(
        "Local:Urls", "http://example.org:1", "error: --urls (setting Local__Urls) has 'http://example.org:1'; an address must be http://")]
    [InlineData(
        "Local:Urls", "http://localhost:0", "error: --urls (setting Local__Urls) has 'http://localhost:0'; an address must be http://")]
    public void Read_WrongValue_SaysWhatWouldBeRight(string key, string value, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<LocalHostException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_ManyWrongValues_SaysAllOfThem() =>
        Assert.Equal(3, Assert.Throws<LocalHostException>(() => Read(("Local:Port", "x"), ("Local:Start", "x"), ("Local:Speed", "x")))
            .Message.Split(Environment.NewLine).Length);

    private static LocalHostSettings Read(params (string Key, string Value)[] values)
    {
        var configuration = new ConfigurationManager();
        foreach (var (key, value) in values)
            configuration[key] = value;
        return LocalHostSettings.Read(configuration, new AccessKeys(configuration, isLocal: true), "/home/me");
    }
}
