using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>
/// A ticket of our own, from the event to whom it would tell: it is created, read back with its clocks and what would come of them, and
/// deleted again before any of it comes. No step comes before a hundredth of a budget has passed.
/// </summary>
internal sealed class CanaryCheck(MonitorClient monitor, TimeProvider time, string? customer) : ICheck
{
    private const string Cure = "docs/deploy.md, 'When it does not work'";

    public string Name => "canary";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var ticket = $"sla-doctor-canary-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}";
        Finding finding;
        try
        {
            var (status, body) = await PostAsync(ticket, "created", cancellationToken);
            if ((int)status is >= 400 and < 500) return Finding.Failed($"the event was refused: {(int)status} {body}", Cure);

            finding = status == HttpStatusCode.OK
                ? await ReadBackAsync(ticket, cancellationToken)
                : Finding.Failed($"the event was not stored: {(int)status} {body}", Cure);
        }
        catch (Exception e) when (e is not CheckException)
        {
            // It may have been stored all the same; without the key, nothing was posted.
            if (await DeleteAsync(ticket) is { } why) return LeftBehind(ticket, e.Message, why);
            throw;
        }

        return await DeleteAsync(ticket) is { } trouble
            ? LeftBehind(ticket, finding.Seen, trouble)
            : finding with { Seen = $"{finding.Seen}; deleted again" };
    }

    private static Finding LeftBehind(string ticket, string seen, string trouble) => Finding.Failed(
        $"{seen}; NOT deleted: {trouble}", $"post a ticket.deleted of {ticket} to /api/events, or people are told of it");

    private async Task<Finding> ReadBackAsync(string ticket, CancellationToken cancellationToken)
    {
        var (status, body) = await monitor.GetWithKeyAsync($"tickets/{ticket}", cancellationToken);
        if (status != HttpStatusCode.OK) return Finding.Failed($"{ticket} was stored and is not found: {(int)status} {body}", Cure);

        var view = JsonNode.Parse(body)!;
        var clocks = view["clocks"].Items()
            .Select(clock => $"{clock.Text("target")} {clock.Text("state")}, due {clock.TextOrNull("dueAtLocal") ?? "never"}").ToList();
        if (clocks.Count == 0)
            return Finding.Failed(
                $"{ticket} has no clocks: {view.TextOrNull("agreementReason")}", "name a customer of one of your agreements: --customer");

        var seen = $"{ticket} by {view.TextOrNull("agreement")}: {string.Join("; ", clocks)}";
        return view["upcoming"].Items().MinBy(step => step.Text("comesAt"), StringComparer.Ordinal) is { } next
            ? Finding.Ok($"{seen}; first told: {string.Join(", ", (next["recipients"] as JsonArray ?? []).Select(to => to?.ToString()))} "
                + $"at {next.TextOrNull("comesAt")} ({next.TextOrNull("step")})")
            : Finding.Failed($"{seen}; nobody would be told of it", "does the agreement's escalation have steps? docs/agreement.md");
    }

    // Whoever stops the program in between does not stop this.
    private async Task<string?> DeleteAsync(string ticket)
    {
        try
        {
            var (status, body) = await PostAsync(ticket, "deleted", CancellationToken.None);
            return status == HttpStatusCode.OK ? null : $"{(int)status} {body}";
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or CheckException)
        {
            return e.Message;
        }
    }

    private Task<(HttpStatusCode Status, string Body)> PostAsync(string ticket, string what, CancellationToken cancellationToken) =>
        monitor.PostEventAsync(
            JsonSerializer.Serialize(new
            {
                specversion = "1.0",
                type = $"ticket.{what}",
                source = "/sla-doctor",
                id = $"{ticket}-{what}",
                subject = ticket,
                data = new { title = "Canary of sla doctor: nothing to do", priority = "low", customer },
            }),
            cancellationToken);
}
