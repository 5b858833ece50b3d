using NodaTime;
using SlaMonitor.Cli.DataFolders;
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

    /// <summary>A file of CloudEvents, one in each line.</summary>
    public static TicketLog OfFile(string path, Instant now) => new(path, (ticket, error) =>
    {
        try
        {
            var lines = new EventLineReader(new FixedClock(now)).OfTicket(File.ReadLines(path), ticket).ToList();
            foreach (var complaint in lines.SelectMany(line => line.Complaints(path))) error.WriteLine(complaint);
            return lines.Exists(line => line.Problems.Count > 0) ? null : [.. lines.Select(line => line.Event!)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{path}: error: the events cannot be read: {e.Message}");
            return null;
        }
    });
}
