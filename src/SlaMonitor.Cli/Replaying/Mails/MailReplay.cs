using NodaTime;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Replaying;

namespace SlaMonitor.Cli.Replaying.Mails;

/// <summary>
/// Who would have been told of what and when: the tickets of which somebody may be told are played to the monitor itself, all together and
/// in order of time.
/// </summary>
/// <param name="book">The agreements.</param>
/// <param name="reader">Reads the events.</param>
/// <param name="asOf">Until when.</param>
internal sealed class MailReplay(AgreementBook book, EventLineReader reader, Instant asOf)
{
    /// <summary>What it comes to.</summary>
    public MailTotals Totals { get; } = new();

    /// <summary>Plays.</summary>
    /// <param name="paths">The files of <see cref="ToldLines"/>.</param>
    /// <param name="firstOfSources">The first event of each source; some may be of tickets that are not played.</param>
    /// <param name="told">Hears of every mail, with its number.</param>
    public void Run(IEnumerable<string> paths, IEnumerable<TicketEvent> firstOfSources, Action<long, PlayedMail> told)
    {
        using var player = new HistoryPlayer(book, mail =>
        {
            Totals.Add(mail);
            told(Totals.Mails, mail);
        });
        foreach (var first in firstOfSources) player.HeardFirst(first);
        foreach (var line in ToldLines.Read(paths)) player.Play(reader.Read(line.Number, line.Line).Event!, line.IsLast);
        player.End(asOf);
    }
}
