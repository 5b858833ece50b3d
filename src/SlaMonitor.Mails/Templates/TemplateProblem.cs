using System.Globalization;
using System.Text.RegularExpressions;
using HandlebarsDotNet.Compiler;

namespace SlaMonitor.Mails.Templates;

/// <summary>A mistake in a template, with its place.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed partial record TemplateProblem(string File, int Line, int Column, string Message)
{
    /// <summary><c>file:line:column: error: message</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: error: {Message}";

    /// <summary>A mistake at an offset into the text.</summary>
    internal static TemplateProblem At(string file, string text, int offset, string message)
    {
        var before = text.AsSpan(0, offset);
        return new TemplateProblem(file, before.Count('\n') + 1, offset - before.LastIndexOf('\n'), message);
    }

    /// <summary>What the template engine says, at the place that it means as far as that can be found.</summary>
    internal static TemplateProblem Of(string file, string text, Exception error)
    {
        if (error.InnerException is HandlebarsUndefinedBindingException within) error = within; // from within a part
        if (error is HandlebarsUndefinedBindingException undefined)
            return At(
                file,
                text,
                Find(text, undefined.MissingKey),
                $"there is no '{undefined.MissingKey}' to show here; docs/mail.md lists what there is");
        if (UnknownPart().Match(error.Message) is { Success: true } part)
            return At(
                file,
                text,
                Find(text, part.Groups["name"].Value),
                $"there is no part '{part.Groups["name"].Value}'; there are style, fact and account");

        var summary = error.Message.Split('\n')[0].Trim();
        return Position().Match(error.Message) is { Success: true } place
            ? new TemplateProblem(file, NumberOf(place, "line"), NumberOf(place, "column"), summary)
            : new TemplateProblem(file, 1, 1, summary);
    }

    private static int Find(string text, string name) =>
        Regex.Match(
            text,
            $@"\{{\{{[^}}]*(?<![\w.]){Regex.Escape(name)}(?![\w])",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)) is { Success: true } found
            ? found.Index
            : 0;

    private static int NumberOf(Match place, string group) => int.Parse(place.Groups[group].ValueSpan, CultureInfo.InvariantCulture) + 1;

    [GeneratedRegex(@"Occured at: (?<line>\d+):(?<column>\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Position();

    [GeneratedRegex(@"partial name '(?<name>[^']+)'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex UnknownPart();
}
