namespace SlaMonitor.Agreements.Feeds;

/// <summary>Puts the folded lines of a component together, and leaves out the components inside it, such as alarms.</summary>
internal static class ContentLines
{
    /// <param name="lines">The component from its BEGIN to its END; the first is not folded.</param>
    public static IReadOnlyList<ContentLine> Of(IReadOnlyList<string> lines)
    {
        var whole = new List<string>();
        foreach (var line in lines)
        {
            if (line is [' ' or '\t', ..]) whole[^1] += line[1..];
            else whole.Add(line);
        }

        var (depth, own) = (0, new List<ContentLine>());
        foreach (var line in whole.Select(line => ContentLine.Of(line.TrimEnd())).OfType<ContentLine>())
        {
            if (line.Name == "END") depth--;
            if (depth == 1 && line.Name is not ("BEGIN" or "END")) own.Add(line);
            if (line.Name == "BEGIN") depth++;
        }

        return own;
    }
}
