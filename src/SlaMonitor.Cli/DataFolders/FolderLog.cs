using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Mending;

namespace SlaMonitor.Cli.DataFolders;

/// <summary>The log of a ticket in a data folder.</summary>
internal static class FolderLog
{
    /// <summary>Reads it, while the monitor works or not.</summary>
    /// <returns>Its events; <c>null</c> where they cannot be read, and the error output says why.</returns>
    public static IReadOnlyList<TicketEvent>? Read(string dataFolder, string ticket, TextWriter error)
    {
        try
        {
            return DataFolderWork.EventsOf(dataFolder, ticket);
        }
        catch (LocalHostException e)
        {
            error.WriteLine(e.Message);
            return null;
        }
    }
}
