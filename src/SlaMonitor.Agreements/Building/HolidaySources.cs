using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Yaml;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Building;

/// <summary>Where holidays come from: the lists that are built in, and iCalendar files beside the agreement.</summary>
internal static class HolidaySources
{
    // A year of holidays has some hundred lines; whatever is larger by far is something else.
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Reads an iCalendar file that an agreement names.</summary>
    /// <param name="agreement">The agreement's file: relative paths count from its folder.</param>
    /// <param name="path">The path as the agreement writes it.</param>
    /// <param name="trouble">What is wrong with the file, or <c>null</c>.</param>
    public static HolidayList? ReadIcal(string agreement, string path, out string? trouble)
    {
        var shown = Sentences.Shown(path);
        try
        {
            var file = Path.Combine(Path.GetDirectoryName(agreement) ?? string.Empty, path);
            var size = FileLength.Of(file);
            trouble = size switch
            {
                0 => $"'{shown}' cannot be read: {FileBytes.NothingToRead}",
                > MostBytes => $"'{shown}' has {size} bytes; a holiday file has at most {MostBytes}",
                _ => null,
            };
            return trouble is null ? HolidayFile.Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(file)) : null;
        }
        catch (HolidayFileException e)
        {
            trouble = $"'{shown}' cannot serve as a holiday list: {string.Join("; ", e.Problems.Select(problem => problem.TrimEnd('.')))}";
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            trouble = $"there is no file '{shown}' beside the agreement";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            trouble = $"'{shown}' cannot be read: {e.Message}";
        }

        return null;
    }
}
