namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>The unit of systemd shuts the monitor in, and lets it do its work.</summary>
public sealed class ServiceUnitTests
{
    private static readonly ILookup<string, string> Unit = Repository.Read("packaging/systemd/sla-monitor.service").Split('\n')
        .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
        .ToLookup(line => line.Split('=', 2)[0], line => line.Split('=', 2)[1], StringComparer.Ordinal);

    [Theory]
    [InlineData("Type", "notify")]
    [InlineData("DynamicUser", "yes")]
    [InlineData("StateDirectory", "sla-monitor")]
    [InlineData("NoNewPrivileges", "yes")]
    [InlineData("ProtectSystem", "strict")]
    [InlineData("ProtectHome", "yes")]
    [InlineData("PrivateTmp", "yes")]
    [InlineData("PrivateDevices", "yes")]
    [InlineData("CapabilityBoundingSet", "")]
    [InlineData("RestrictAddressFamilies", "AF_INET AF_INET6 AF_UNIX")]
    public void Unit_ShutsTheMonitorIn(string key, string value) => Assert.Equal(value, Assert.Single(Unit[key]));

    /// <summary>
    /// With the first, nothing that .NET compiles may run; with the second, the program does not see that systemd started it.
    /// </summary>
    [Theory]
    [InlineData("MemoryDenyWriteExecute")]
    [InlineData("ProtectProc")]
    public void Unit_ForbidsNothingThatTheMonitorNeeds(string key) => Assert.Empty(Unit[key]);

    /// <summary>The data folder is the one that systemd makes for it, and the program lies where the Debian package puts it.</summary>
    [Fact]
    public void Unit_StartsTheProgramOfThePackage_OnItsOwnFolder()
    {
        Assert.Equal("/opt/sla-monitor/sla-monitor --data /var/lib/sla-monitor", Assert.Single(Unit["ExecStart"]));
        Assert.Equal("/var/lib/sla-monitor", Assert.Single(Unit["WorkingDirectory"]));
        Assert.Contains("\"$work/opt/sla-monitor\"", Repository.Read(".ci/deb.sh"), StringComparison.Ordinal);
        Assert.Equal("-/etc/sla-monitor/environment", Assert.Single(Unit["EnvironmentFile"]));
        Assert.True(int.Parse(Assert.Single(Unit["TimeoutStopSec"]), null) >= 30, "What is being handled is not finished.");
    }
}
