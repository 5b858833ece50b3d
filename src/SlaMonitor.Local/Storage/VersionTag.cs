using System.Globalization;

namespace SlaMonitor.Local.Storage;

/// <summary>A ticket's version as the opaque tag that callers carry about.</summary>
internal static class VersionTag
{
    /// <summary>Versions count from 1: no ticket ever has this one.</summary>
    public const long None = 0;

    public static string Of(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The version of a tag; a tag that another kind of store gave out matches no ticket, and is a conflict like any other.
    /// </summary>
    public static long Parse(string tag) =>
        long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : None;
}
