using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Hosting;

/// <summary>
/// The data folder of a demo, which begins with nothing each time. Only what an earlier demo has made is deleted: it has a mark, and a
/// folder with other things and without the mark is refused.
/// </summary>
internal static class DemoFolder
{
    private const string Mark = "demo.txt";

    private const string Words = "This folder is made anew at each start of a demo (--demo). Keep nothing in it.";

    /// <summary>Empties the folder.</summary>
    /// <param name="folder">The folder, which is locked already.</param>
    /// <exception cref="LocalHostException">It is not of a demo, or cannot be emptied.</exception>
    public static void Empty(DataFolder folder)
    {
        try
        {
            string[] there = [.. Directory.EnumerateFileSystemEntries(folder.Path).Where(path => Path.GetFileName(path) != DataFiles.Lock)];
            if (there.Length > 0 && !File.Exists(folder.File(Mark)))
            {
                throw new LocalHostException(
                    $"error: the data folder {folder.Path} holds what is not of a demo, and a demo makes its folder anew; "
                    + "leave --data out, or name an empty folder");
            }

            foreach (var path in there)
            {
                if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
                else File.Delete(path);
            }

            File.WriteAllText(folder.File(Mark), Words + Environment.NewLine);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalHostException($"error: the data folder {folder.Path} cannot be made anew: {e.Message}", e);
        }
    }
}
