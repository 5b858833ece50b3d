using System.Globalization;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>Whether somebody was not told and a person has to see to it: dead letters lie until somebody looks.</summary>
internal sealed class DeadLetterProbe(IDeadLetters letters) : IHealthProbe
{
    private const int Most = 50;
    private const int MostNamed = 5;

    public string Name => "deadLetters";

    public bool IsVital => false;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        var found = await letters.ListAsync(0, Most, cancellationToken);
        var byReason = found.ToLookup(letter => letter.Reason == NotificationOutcome.NobodyReached);
        var reasons = new List<string>();
        if (byReason[true].ToList() is { Count: > 0 } unreached)
        {
            reasons.Add(
                $"{Number(unreached)} mail(s) reached nobody, and nobody is left who could be told, of {Tickets(unreached)}: "
                + "see to it, mend the addresses, and send them again or drop them (/api/dead-letters).");
        }

        if (byReason[false].ToList() is { Count: > 0 } others)
            reasons.Add($"{Number(others)} notification(s) could not be sent and lie with the dead letters: see /api/dead-letters.");
        return ProbeResult.DegradedWhere(reasons);

        string Number(List<DeadLetter> some) =>
            $"{(found.Count == Most ? "At least " : "")}{some.Count.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Tickets(List<DeadLetter> some)
    {
        var tickets = some.Select(letter => letter.CorrelationId).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var more = tickets.Count > MostNamed ? $" and {tickets.Count - MostNamed} more" : "";
        return tickets.Count == 0 ? "several tickets" : $"ticket {string.Join(", ", tickets.Take(MostNamed))}{more}";
    }
}
