using NodaTime;
using SlaMonitor.Cli.DataFolders;
using SlaMonitor.Cli.Histories;
using SlaMonitor.Cli.Running;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Explaining;

/// <summary>Where the events of a ticket are read: a file of them, or a data folder.</summary>
/// <param name="Place">What errors call it.</param>
/// <param name="Read">Reads those of a ticket; <c>null</c> where that fails, and the error output says why.</param>
internal sealed record TicketLog(string Place, Func<string, TextWriter, IReadOnlyList<TicketEvent>?> Read)
{
    /// <summary>A data folder, whose monitor may run.</summary>
    public static TicketLog OfFolder(string folder) => new(folder, (ticket, error) => FolderLog.Read(folder, ticket, error));

    /// <summary>
    /// A history. Of a file of events a mistake elsewhere does not matter; in another form a row that cannot be read may be the ticket's.
    /// </summary>
    public static TicketLog OfHistory(HistorySource history, Instant now) => new(history.Name, (ticket, error) =>
    {
        var folder = Directory.CreateTempSubdirectory("sla-explain-").FullName;
        try
        {
            if (new HistoryConversion(history, now).Run(folder, error) is not { } events) return null;

            events.Report?.Tell(history.Name, error);
            var lines = new EventLineReader(new FixedClock(now)).OfTicket(File.ReadLines(events.Path), ticket).ToList();
            foreach (var complaint in lines.SelectMany(line => line.Complaints(history.Name))) error.WriteLine(complaint);
            return lines.Exists(line => line.Problems.Count > 0) || events.Report?.Mistakes > 0
                ? null
                : [.. lines.Select(line => line.Event!)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{history.Name}: error: the events cannot be read: {e.Message}");
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    });
}
