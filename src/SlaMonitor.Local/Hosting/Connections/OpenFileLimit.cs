using System.Globalization;

namespace SlaMonitor.Local.Hosting.Connections;

/// <summary>How many files, and so connections, this process may have open.</summary>
internal static class OpenFileLimit
{
    private const string File = "/proc/self/limits";
    private const string Name = "Max open files";

    /// <summary>The limit in force; <c>null</c> where there is none, or the system does not tell it in this way.</summary>
    public static int? Read() => System.IO.File.Exists(File) ? Parse(System.IO.File.ReadLines(File)) : null;

    /// <summary>Reads a table as Linux writes it: name, soft limit, hard limit, unit.</summary>
    internal static int? Parse(IEnumerable<string> lines)
    {
        var soft = lines
            .FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal))?[Name.Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault();
        return int.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
