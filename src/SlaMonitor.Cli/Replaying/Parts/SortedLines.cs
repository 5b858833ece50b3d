namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>Files of lines that are sorted by their first column.</summary>
internal static class SortedLines
{
    /// <summary>Puts sorted files together, and deletes them. Lines with the same first column are in one file and stay in order.</summary>
    public static void Merge(IReadOnlyList<string> paths, TextWriter to)
    {
        var readers = paths.Select(File.OpenText).ToList();
        try
        {
            var next = new PriorityQueue<(StreamReader Reader, string Line), (string Key, int Part)>(
                Comparer<(string Key, int Part)>.Create((x, y) =>
                    string.CompareOrdinal(x.Key, y.Key) is not 0 and var byKey ? byKey : x.Part.CompareTo(y.Part)));
            for (var part = 0; part < readers.Count; part++) Enqueue(next, readers[part], part);

            while (next.TryDequeue(out var first, out var place))
            {
                to.Write(first.Line);
                to.Write('\n');
                Enqueue(next, first.Reader, place.Part);
            }
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }

        foreach (var path in paths) File.Delete(path);
    }

    private static void Enqueue(
        PriorityQueue<(StreamReader Reader, string Line), (string Key, int Part)> next, StreamReader reader, int part)
    {
        if (reader.ReadLine() is { } line) next.Enqueue((reader, line), (KeyOf(line), part));
    }

    private static string KeyOf(string line) => line.IndexOf(',', StringComparison.Ordinal) is >= 0 and var comma ? line[..comma] : line;
}
