using SlaMonitor.Agreements.Diagnostics;
using YamlDotNet.Core;

namespace SlaMonitor.Agreements.Yaml;

/// <summary>Says in the words of somebody who writes an agreement what the YAML scanner says in its own.</summary>
internal static class YamlSyntaxError
{
    // The scanner's phrases are stable parts of its messages; what is not listed here is passed on as it is, which is
    // still better than nothing.
    private static readonly (string Phrase, string Words)[] Known =
    [
        ("found invalid mapping", "a colon followed by a space stands inside a value; put the value in quotes"),
        ("Mapping values are not allowed", "a colon is not expected here; check the indentation, or put the value in quotes"),
        (
            "block mapping, did not find expected key",
            "this does not fit the lines above; check its indentation, and that it is a key with a colon"),
        ("did not find expected '-'", "this does not fit the list above; check its indentation, and that it begins with '- '"),
        ("flow mapping", "a comma or a closing } is missing before this"),
        ("flow sequence", "a comma or a closing ] is missing before this"),
        ("quoted scalar, found unexpected end of stream", "this quote is never closed"),
        (
            "multi-line double-quoted scalar, found wrong indentation",
            "this quote is not closed on its line; close it, or indent the lines that belong to it"),
        ("quoted scalar, found unexpected document indicator", "this quote is not closed before the document ends"),
        ("found unknown escape character", "a backslash means something in double quotes; use single quotes, or write two"),
        ("could not find expected ':'", "this is a key without its colon, or a value that belongs to the line above"),
        ("found character that cannot start any token", "no value can begin with this character; put the value in quotes"),
        ("did not find expected <document start>", "this does not belong to what is above; check its indentation"),
    ];

    public static AgreementProblem Explain(string file, string text, YamlException error)
    {
        var place = new Place(file, Math.Max(1, (int)error.Start.Line), Math.Max(1, (int)error.Start.Column));
        if (error.Message.Contains("tab", StringComparison.Ordinal) && IndentingTab(text, place.Line) is { } tab)
            return new AgreementProblem(
                new Place(file, tab.Line, tab.Column),
                ProblemSeverity.Error,
                "a tab stands where the line is indented; indent with spaces");

        var words = Array.Find(Known, known => error.Message.Contains(known.Phrase, StringComparison.Ordinal)).Words;
        return new AgreementProblem(place, ProblemSeverity.Error, words ?? error.Message.TrimEnd('.'));
    }

    // The scanner notices a tab only when it makes no sense of what follows, and points before it.
    private static (int Line, int Column)? IndentingTab(string text, int firstLine)
    {
        foreach (var (i, line) in text.Split('\n').Index().Skip(firstLine - 1))
        {
            var tab = line.AsSpan().IndexOf('\t');
            if (tab >= 0 && line.AsSpan(0, tab).IsWhiteSpace()) return (i + 1, tab + 1);
        }

        return null;
    }
}
