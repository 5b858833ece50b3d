using System.Globalization;
using System.Text.RegularExpressions;
using SlaMonitor.Agreements.Yaml;

namespace SlaMonitor.Agreements.Tests.Examples;

/// <summary>
/// Every small change of a document: each key taken away or misspelt, each item of a list taken away, each value changed to another of the
/// same shape, and to every value that stands under the same key elsewhere.
/// </summary>
internal sealed partial class Mutations
{
    private readonly ILookup<string, FileScalar> _values;

    private Mutations(FileNode document) => _values = Values(document, string.Empty).Distinct().ToLookup(
        value => value.Key, value => value.Scalar, StringComparer.Ordinal);

    /// <summary>The changed documents, each with what was done to it.</summary>
    public static IEnumerable<(string What, FileNode Document)> Of(FileNode document) =>
        new Mutations(document).Of(document, "document", string.Empty);

    /// <summary>Another value of the same shape: the other truth, the next number, a letter more.</summary>
    public static string Other(string text) => text switch
    {
        "true" => "false",
        "false" => "true",
        _ when Digits().Match(text) is { Success: true, Value: var digits } =>
            Digits().Replace(text, (int.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString($"D{digits.Length}", null), 1),
        _ => $"{text}x",
    };

    private IEnumerable<(string What, FileNode Document)> Of(FileNode node, string path, string key) => node switch
    {
        FileMapping mapping => mapping.Entries.SelectMany((entry, i) => OfEntry(mapping, i, $"{path}.{entry.Key.Text}")),
        FileSequence sequence => sequence.Items.SelectMany((item, i) => OfItem(sequence, i, $"{path}[{i}]", key)),
        FileScalar scalar => OfScalar(scalar, path, key),
        _ => [],
    };

    private IEnumerable<(string What, FileNode Document)> OfEntry(FileMapping mapping, int i, string path)
    {
        var (key, value) = mapping.Entries[i];
        yield return ($"{path}: without it", With([]));
        yield return ($"{path}: misspelt", With([(key with { Text = $"{key.Text}x" }, value)]));
        foreach (var (what, changed) in Of(value, path, key.Text)) yield return (what, With([(key, changed)]));

        FileMapping With((FileScalar, FileNode)[] instead) =>
            mapping with { Entries = [.. mapping.Entries.Take(i), .. instead, .. mapping.Entries.Skip(i + 1)] };
    }

    private IEnumerable<(string What, FileNode Document)> OfItem(FileSequence sequence, int i, string path, string key)
    {
        yield return ($"{path}: without it", With([]));
        foreach (var (what, changed) in Of(sequence.Items[i], path, key)) yield return (what, With([changed]));

        FileSequence With(FileNode[] instead) =>
            sequence with { Items = [.. sequence.Items.Take(i), .. instead, .. sequence.Items.Skip(i + 1)] };
    }

    private IEnumerable<(string What, FileNode Document)> OfScalar(FileScalar scalar, string path, string key) =>
        _values[key].Select(value => value.Text).Append(Other(scalar.Text)).Distinct(StringComparer.Ordinal)
            .Where(text => text != scalar.Text)
            .Select(text => ($"{path}: '{text}' instead of '{scalar.Text}'", (FileNode)(scalar with { Text = text })));

    private static IEnumerable<(string Key, FileScalar Scalar)> Values(FileNode node, string key) => node switch
    {
        FileMapping mapping => mapping.Entries.SelectMany(entry => Values(entry.Value, entry.Key.Text)),
        FileSequence sequence => sequence.Items.SelectMany(item => Values(item, key)),
        FileScalar scalar => [(key, scalar)],
        _ => [],
    };

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
