using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd;

/// <summary>What the program says at its start of settings that do not do what somebody meant.</summary>
public sealed class StartWarningTests
{
    [Fact]
    public async Task SettingsThatChangeNothing_AreWarnedOf_WithWhatWasMeant()
    {
        using var place = new MonitorFolder();
        place.Settings["Agreement__Folder"] = "/somewhere";
        place.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = "nonsense";

        await using var monitor = await MonitorProcess.StartAsync(place);

        await monitor.SaysAsync("The setting Agreement:Folder is not known, and changes nothing; did you mean Agreements:Folder?");
        await monitor.SaysAsync(
            "OTEL_EXPORTER_OTLP_ENDPOINT is 'nonsense', which is no address as http://localhost:4317: no telemetry is sent there");
        Assert.Contains(" warn: ", monitor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SettingsThatAreRead_AreNotWarnedOf()
    {
        using var place = new MonitorFolder();
        foreach (var (name, value) in ((string, string)[])
        [
            ("Webhooks__Connections__acme__Kind", "zendesk"), ("Webhooks__Connections__acme__Secret", "a long enough secret"),
            ("Mail__From", "sla@example.com"), ("Storage__Provider", "sqlite"), ("Retention__NotificationsAfterDays", "500"),
            ("Notification__AllowedDomains", "example.com"), ("Acknowledgement__PublicUrl", "https://sla.example.com"),
            ("Health__OperatorEmail", "ops@example.com"), ("Logging__LogLevel__Default", "Information"),
            ("FunctionKey", "a long enough key"),
        ])
        {
            place.Settings[name] = value;
        }

        await using var monitor = await MonitorProcess.StartAsync(place);

        Assert.DoesNotContain("is not known, and changes nothing", monitor.Output, StringComparison.Ordinal);
    }
}
