using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Sqlite;

internal static partial class Log
{
    [LoggerMessage(
        4401, LogLevel.Error,
        "{Reason} Nothing is stored until the files are back where they were; if they are lost, stop the monitor and restore a backup",
        EventName = nameof(FileGone))]
    public static partial void FileGone(this ILogger logger, string reason);

    [LoggerMessage(4402, LogLevel.Warning, "The database {Path} is in its place again", EventName = nameof(FileBack))]
    public static partial void FileBack(this ILogger logger, string path);
}
