using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Cli.Histories.Mapping;

namespace SlaMonitor.Cli.Histories.Csv;

/// <summary>Where the columns of a mapping are in a file.</summary>
internal sealed class CsvColumns
{
    private readonly Dictionary<string, int> _byMeaning = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Index)> _fields = [];

    private CsvColumns()
    {
    }

    /// <summary>Free fields, with their columns.</summary>
    public IReadOnlyList<(string Name, int Index)> Fields => _fields;

    /// <summary>Finds the columns.</summary>
    /// <param name="columns">What the mapping calls them.</param>
    /// <param name="header">The names in the header.</param>
    /// <param name="error">Takes what is not there, with its place in the mapping.</param>
    /// <returns>The columns; <c>null</c> where one is not there.</returns>
    public static CsvColumns? Find(ColumnsSection columns, IReadOnlyList<string> header, TextWriter error)
    {
        var found = new CsvColumns();
        var isComplete = true;
        foreach (var property in typeof(ColumnsSection).GetProperties().Where(one => one.PropertyType == typeof(Located<string>)))
        {
            if (property.GetValue(columns) is Located<string> named && IndexOf(named) is { } index)
                found._byMeaning[Sentences.Camel(property.Name)] = index;
        }

        foreach (var (name, column) in columns.Fields?.Values ?? [])
        {
            if (column is not null && IndexOf(column) is { } index) found._fields.Add((name.Value, index));
        }

        return isComplete ? found : null;

        int? IndexOf(Located<string> named)
        {
            for (var i = 0; i < header.Count; i++)
            {
                if (string.Equals(header[i].Trim(), named.Value, StringComparison.OrdinalIgnoreCase)) return i;
            }

            isComplete = false;
            var meant = Nearest.To(named.Value, header.Select(name => name.Trim()));
            error.WriteLine($"{named.Place}: error: there is no column '{named.Value}'; "
                + (meant is null
                    ? $"the header has {Sentences.And(header.Select(name => $"'{name.Trim()}'"))}"
                    : $"did you mean '{meant}'?"));
            return null;
        }
    }

    /// <summary>The column of a meaning, as <c>ticket</c>; <c>null</c> where there is none.</summary>
    public int? Of(string meaning) => _byMeaning.TryGetValue(meaning, out var index) ? index : null;
}
