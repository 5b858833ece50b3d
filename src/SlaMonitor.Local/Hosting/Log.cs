using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Hosting;

internal static partial class Log
{
    [LoggerMessage(7044, LogLevel.Warning, "{What}", EventName = nameof(UnknownSetting))]
    public static partial void UnknownSetting(this ILogger logger, string what);

    [LoggerMessage(
        7040, LogLevel.Information,
        "The monitor did not end by itself the last time; its database {Path} was looked through and is whole",
        EventName = nameof(DatabaseIsWhole))]
    public static partial void DatabaseIsWhole(this ILogger logger, string path);

    [LoggerMessage(
        7041, LogLevel.Error,
        "The database {Path} is damaged: {What}. Stop the monitor and restore a backup",
        EventName = nameof(DatabaseIsDamaged))]
    public static partial void DatabaseIsDamaged(this ILogger logger, string path, string what);

    [LoggerMessage(
        7042, LogLevel.Warning,
        "{Count} file(s) and folder(s) of {Folder} could be used by other users of this machine; now by their owner alone",
        EventName = nameof(ModesChanged))]
    public static partial void ModesChanged(this ILogger logger, int count, string folder);

    [LoggerMessage(
        7043, LogLevel.Warning,
        "{Path} can be used by other users of this machine, and it could not be taken from them: {Reason}",
        EventName = nameof(ModeNotChanged))]
    public static partial void ModeNotChanged(this ILogger logger, string path, string reason);
}
