namespace SlaMonitor.Cli.Importing.Reading;

/// <summary>An export cannot be read; the message has the place and a way out.</summary>
internal sealed class ImportException(string message) : Exception(message)
{
    /// <summary>A mistake at a place.</summary>
    public static ImportException At(string file, long line, long column, string message) =>
        new($"{file}:{line}:{column}: error: {message}");
}
