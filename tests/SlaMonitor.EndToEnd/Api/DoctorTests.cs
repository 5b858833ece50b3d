using SlaMonitor.Architecture.Tests.Deployment;
using SlaMonitor.Cli.Tests.Doctor;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Api;

/// <summary><c>sla doctor --azure</c> asks the program itself; only Azure is a stand-in.</summary>
public sealed class DoctorTests
{
    [ShellFact]
    public async Task Program_HealthReportsAndCanary_AreAsTheDoctorReadsThem_AndNobodyIsTold()
    {
        using var place = new MonitorFolder();
        place.Settings["FunctionKey"] = FakeAzure.Key;
        place.Settings["AdminKey"] = "the-admin-key";
        await using var monitor = await MonitorProcess.StartAsync(place, "--speed", "0", "--start", "2026-03-02T09:00:00+08:00");
        using var azure = new FakeAzure(monitor.Http.BaseAddress!);

        var (_, output, error) = await Task.Run(() => Consultation.Run(azure));

        Assert.Empty(error);
        Assert.StartsWith("ok       200 healthy; in force: standard-support v1", Row("health"), StringComparison.Ordinal);
        Assert.StartsWith("skipped  their function answers; no verification key", Row("SendGrid's events"), StringComparison.Ordinal);
        Assert.Matches(
            @"^ok       sla-doctor-canary-\w+ by standard-support v1: response running, due 2026-03-02T13:00:00\+08:00; "
            + @".*first told: support-lead@example\.com at 2026-03-02T03:00:00Z \(response, cycle 1, 50%\); deleted again$",
            Row("canary"));

        monitor.Http.DefaultRequestHeaders.Add("x-functions-key", "the-admin-key");
        await monitor.MoveClockAsync(Instant.FromUtc(2026, 3, 20, 0, 0));
        Assert.True((bool)(await monitor.TicketAsync("sla-doctor-canary-20260302T090000Z"))["gone"]!);
        Assert.Empty(place.MailFiles());

        string Row(string check) => Consultation.RowOf(output, check);
    }
}
