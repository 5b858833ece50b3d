using NodaTime;
using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Yaml;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Building;

/// <summary>Where holidays come from: the lists that are built in, and iCalendar files beside the agreement.</summary>
internal static class HolidaySources
{
    // A year of holidays has some hundred lines; whatever is larger by far is something else.
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Reads an iCalendar file that an agreement names.</summary>
    /// <param name="path">The path as the agreement writes it, and where: relative paths count from the folder of that file.</param>
    /// <param name="zone">The calendar's zone.</param>
    /// <param name="filter">Which entries count.</param>
    /// <param name="problems">Where mistakes are reported: those of entries at their lines, others where the file is named.</param>
    public static HolidayList? ReadIcal(
        Located<string> path, DateTimeZone zone, HolidayFilter filter, Problems problems)
    {
        var shown = Sentences.Shown(path.Value);
        try
        {
            var file = Path.Combine(Path.GetDirectoryName(path.Place.File) ?? string.Empty, path.Value);
            var size = FileLength.Of(file);
            if (size == 0) problems.Error(path.Place, $"'{shown}' cannot be read: {FileBytes.NothingToRead}");
            else if (size > MostBytes) problems.Error(path.Place, $"'{shown}' has {size} bytes; a holiday file has at most {MostBytes}");
            else
            {
                var found = new Problems();
                var list = HolidayFile.Read(
                    Path.GetFileNameWithoutExtension(path.Value), file, File.ReadAllText(file), zone, filter, found);
                foreach (var problem in found.InOrder([])) problems.Add(problem);
                if (list is null) problems.Error(path.Place, $"'{shown}' cannot serve as a holiday list; its own lines say why");
                return list;
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Error(path.Place, $"there is no file '{shown}' beside the agreement");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Error(path.Place, $"'{shown}' cannot be read: {e.Message}");
        }

        return null;
    }
}
