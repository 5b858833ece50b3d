using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Yaml;

namespace SlaMonitor.Agreements;

/// <summary>Agreements as files of a folder.</summary>
public static class AgreementFiles
{
    /// <summary>The agreements of a folder, in the order that counts.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(IsAgreement).Order(StringComparer.Ordinal)];

    /// <summary>What changes when the agreements of a folder, or the holidays beside them, do.</summary>
    public static string Stamp(string folder)
    {
        try
        {
            var files = new DirectoryInfo(folder).EnumerateFiles().Where(file => IsAgreement(file.Name) || HasExtension(file.Name, ".ics"));
            return string.Join(
                '|',
                files
                    .OrderBy(file => file.Name, StringComparer.Ordinal)
                    .Select(file => $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder is gone or shut, or a file went while we looked. Loading will say so in better words.
            return string.Empty;
        }
    }

    internal static AgreementText? Read(string path, Problems problems)
    {
        try
        {
            var length = FileLength.Of(path);
            if (length is > 0 and <= FileBytes.Most) return new AgreementText(path, File.ReadAllBytes(path));

            problems.Error(
                new Place(path, 1, 1),
                length == 0
                    ? $"{FileBytes.NothingToRead}; docs/agreement.md shows how an agreement is written"
                    : FileBytes.TooLarge(length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(new Place(path, 1, 1), $"the file cannot be read: {e.Message}");
        }

        return null;
    }

    // A name that begins with a dot is an editor's, or the '..data' of a mounted volume.
    private static bool IsAgreement(string path) =>
        !Path.GetFileName(path).StartsWith('.') && (HasExtension(path, ".yaml") || HasExtension(path, ".yml"));

    private static bool HasExtension(string path, string extension) =>
        string.Equals(Path.GetExtension(path), extension, StringComparison.OrdinalIgnoreCase);
}
