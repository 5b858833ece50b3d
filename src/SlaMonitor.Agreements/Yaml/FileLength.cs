namespace SlaMonitor.Agreements.Yaml;

/// <summary>How long a file is before it is opened.</summary>
public static class FileLength
{
    /// <summary>
    /// The bytes of a file, or of what it links to at last: of a link alone, .NET tells the length of the link. A pipe and a device have
    /// none; opening one may wait for ever.
    /// </summary>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked at.</exception>
    public static long Of(string path) =>
        (File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? new FileInfo(target.FullName) : new FileInfo(path)).Length;
}
