using System.Text.RegularExpressions;
using SlaMonitor.EndToEnd.Smtp;
using SlaMonitor.EndToEnd.Stored;

namespace SlaMonitor.EndToEnd.Crash;

/// <summary>A mail that arrived.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="Told">Whom it told of which tickets, one line for each promise in it.</param>
/// <param name="Life">Which process sent it.</param>
/// <param name="At">When it came, in real time.</param>
internal sealed partial record Arrival(string MessageId, IReadOnlyList<string> Told, Life Life, DateTimeOffset At)
{
    /// <summary>Reads what arrived from a monitor.</summary>
    public static IEnumerable<Arrival> Of(MortalMonitor monitor) => monitor.Arrived().Select(taken => Of(taken, monitor.Lives));

    private static Arrival Of(TakenMail taken, IReadOnlyList<Life> lives)
    {
        var recipient = MailFacts.RecipientOf(taken.Mail);
        var tickets = TicketLine().Matches(taken.Mail.TextBody!);
        Assert.NotEmpty(tickets);
        return new Arrival(
            taken.Mail.MessageId!,
            [.. tickets.Select(line => $"{line.Value} to {recipient}")],
            lives.LastOrDefault(life => life.Began <= taken.At) ?? lives[0],
            taken.At);
    }

    // In every mail a ticket has a line of its own for each promise, and no other line begins so; but for those of a long digest for which
    // there is no more room, which stand in one line.
    [GeneratedRegex(@"^T-\d+(?= )|(?<=^and \d+ more: (?:T-\d+, )*)T-\d+", RegexOptions.Multiline)]
    private static partial Regex TicketLine();
}
