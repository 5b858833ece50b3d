using SlaMonitor.Agreements.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SlaMonitor.Agreements.Yaml;

/// <summary>
/// Reads the documents of a YAML file into nodes that know their place. Only what an agreement needs is let in: no anchors, aliases or
/// tags, and no nesting that a person could not follow. So a hostile file cannot grow while it is read, and costs no more than its length.
/// </summary>
internal sealed class YamlTree
{
    private const int Deepest = 24;
    private const int MostDocuments = 1000;

    private readonly string _file;
    private readonly Parser _parser;
    private readonly Problems _problems;

    private YamlTree(string file, string text, Problems problems)
    {
        _file = file;
        _parser = new Parser(new StringReader(text));
        _problems = problems;
    }

    /// <summary>The documents of a file that say anything. What cannot be read is reported, and ends the file.</summary>
    public static IReadOnlyList<FileNode> Read(string file, string text, Problems problems)
    {
        var documents = new List<FileNode>();
        var tree = new YamlTree(file, text, problems);
        try
        {
            tree.ReadDocuments(documents);
        }
        catch (YamlException e)
        {
            problems.Add(YamlSyntaxError.Explain(file, text, e));
        }

        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner trips over some texts that are no YAML (a plain value across lines in a flow list, for one)
            // instead of refusing them.
            problems.Error(
                At(file, tree._parser.Current?.End ?? Mark.Empty),
                "what follows this is no YAML; check that quotes and brackets are closed, and that commas are in their places");
        }

        return documents;
    }

    private void ReadDocuments(List<FileNode> documents)
    {
        _parser.Consume<StreamStart>();
        while (!_parser.TryConsume<StreamEnd>(out _))
        {
            var start = _parser.Consume<DocumentStart>();
            if (documents.Count == MostDocuments)
                throw Refuse(start, $"there are more than {MostDocuments} agreements in this file; use several files");
            var node = ReadNode(1);
            if (node is not FileScalar { IsNothing: true }) documents.Add(node);
            _parser.Consume<DocumentEnd>();
        }
    }

    private FileNode ReadNode(int depth)
    {
        if (depth > Deepest) throw Refuse(_parser.Current!, $"this is nested deeper than {Deepest} levels; no agreement needs that");
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            throw Refuse(
                alias,
                $"'*{Sentences.Shown(alias.Value.Value)}' refers to an anchor; write out what is meant, so that everyone reads the same");
        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
            throw Refuse(
                anchored,
                $"'&{Sentences.Shown(anchored.Anchor.Value)}' is an anchor; write out what is meant wherever it is meant");
        if (_parser.Current is NodeEvent { Tag.IsEmpty: false } tagged)
            throw Refuse(tagged, "a tag (!) stands here; leave it out, or put the value in quotes");

        if (_parser.TryConsume<Scalar>(out var scalar)) return ToScalar(scalar);
        if (_parser.TryConsume<SequenceStart>(out var sequence)) return ReadSequence(sequence, depth);
        return ReadMapping(_parser.Consume<MappingStart>(), depth);
    }

    private FileSequence ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<FileNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadNode(depth + 1));
        return new FileSequence(At(_file, start.Start), items);
    }

    private FileMapping ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<(FileScalar, FileNode)>();
        var seen = new Dictionary<string, FileScalar>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(depth + 1) is not FileScalar key) throw Refuse(start, "a list or a mapping cannot be a key; write a name");

            var value = ReadNode(depth + 1);
            if (seen.TryAdd(key.Text, key))
                entries.Add((key, value));
            else
                _problems.Error(
                    key.Place,
                    $"'{Sentences.Shown(key.Text)}' is given twice; the first is on line {seen[key.Text].Place.Line}");
        }

        return new FileMapping(At(_file, start.Start), entries);
    }

    private FileScalar ToScalar(Scalar scalar)
    {
        if (scalar.Value.AsSpan().IndexOfAnyInRange('\0', '\u0008') >= 0)
            throw Refuse(
                scalar,
                "a backslash in double quotes makes a control character here; use single quotes, or write two backslashes");
        return new FileScalar(At(_file, scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private static YamlException Refuse(ParsingEvent at, string why) => new(at.Start, at.End, why);

    private static Place At(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
