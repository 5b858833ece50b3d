using System.Net;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.HelpdeskLog;

/// <summary>Posts logged events into a running monitor whose clock follows them.</summary>
internal static class LogPlayer
{
    /// <summary>Settings under which the clock may stop at any second and what is due by then is found.</summary>
    public static MonitorFolder PrepareFor(this MonitorFolder place)
    {
        place.Settings["EvaluationSchedule"] = "* * * * * *";
        place.Settings["AzureFunctionsJobHost__logging__logLevel__default"] = "Warning";
        // Four years pass, and every mail of theirs is compared at the end.
        foreach (var kept in (string[])["Notifications", "Mails", "DeadLetters", "Reports"])
            place.Settings[$"Retention__{kept}AfterDays"] = "0";
        return place.WithAgreement("helpdesk-log.yaml");
    }

    public static string[] ClockAt(Instant start) => ["--speed", "0", "--start", start.ToString()];

    public static async Task PlayAsync(this MonitorProcess monitor, LoggedEvent e)
    {
        await monitor.MoveClockAsync(e.Time);
        using var answer = await monitor.PostEventAsync(e.Json);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
