using System.Globalization;
using System.Text;
using NodaTime;
using SlaMonitor.Core.Escalations;

namespace SlaMonitor.Monitoring.Views;

/// <summary>Who was told, who will be, and who is on call, in words: what stands below the clocks.</summary>
internal static class EscalationText
{
    public static string Of(TicketView view, DateTimeZone zone)
    {
        var text = new StringBuilder();
        if (view.HeardSince is { } since)
            text.AppendLine($"The helpdesk is heard since {Shown(since, zone)}: what was due before is shown, and told to nobody.");
        foreach (var told in view.Notifications)
            text.AppendLine($"Told {told.Recipient} of {told.Step}: {told.State.ToString().ToLowerInvariant()} "
                + $"{Shown(told.ResolvedAt ?? told.ClaimedAt, zone)}.");
        foreach (var coming in view.Upcoming)
            text.AppendLine(
                $"To come {Shown(coming.ComesAt, zone)}: {coming.Step}, to {string.Join(", ", coming.Recipients)}{Waiting(coming, zone)}.");
        foreach (var turn in view.OnCall ?? [])
        {
            var next = turn.Next is null ? string.Empty : $"; {turn.Next} from {Shown(turn.NextFrom!.Value, zone)}";
            text.AppendLine($"On call ({turn.Contact}): {turn.Now ?? "nobody"}{next}.");
        }

        return text.ToString();
    }

    private static string Waiting(UpcomingView coming, DateTimeZone zone) => coming.WaitsFor switch
    {
        StepWait.Acknowledged => $"; it stood at {Shown(coming.At, zone)} and waits for the acknowledgement to expire",
        StepWait.QuietHours => $"; it stood at {Shown(coming.At, zone)} and waits for the quiet hours to end",
        StepWait.NextMail => $"; it stood at {Shown(coming.At, zone)} and waits for their next mail",
        _ => string.Empty,
    };

    private static string Shown(Instant at, DateTimeZone zone) =>
        at.InZone(zone).ToString("ddd uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
