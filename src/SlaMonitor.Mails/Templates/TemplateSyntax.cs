using System.Text.RegularExpressions;

namespace SlaMonitor.Mails.Templates;

/// <summary>Finds in a template what the engine reports without a place, and what it would let through although nobody should.</summary>
internal static partial class TemplateSyntax
{
    public static IEnumerable<TemplateProblem> Check(string file, string text, bool isHtml)
    {
        var open = new Stack<Match>();
        foreach (var tag in Tags().Matches(text).Where(match => match.Groups["kind"].Success))
        {
            var (kind, name) = (tag.Groups["kind"].Value, tag.Groups["name"].Value);
            if (kind is "{" or "&")
            {
                if (isHtml)
                    yield return TemplateProblem.At(
                        file, text, tag.Index, "this would show what strangers wrote as markup; two braces escape it: {{name}}");
            }
            else if (kind == "#")
            {
                open.Push(tag);
            }
            else if (kind == "/" && !(open.TryPop(out var begun) && begun.Groups["name"].Value == name))
            {
                yield return TemplateProblem.At(file, text, tag.Index, $"nothing is open that {{{{/{name}}}}} could close");
            }
        }

        foreach (var left in open.Reverse())
            yield return TemplateProblem.At(file, text, left.Index, $"{{{{#{left.Groups["name"].Value}}}}} is never closed");
    }

    [GeneratedRegex(
        @"\{\{!--.*?--\}\}|\{\{![^}]*\}\}|\{\{~?\s*(?<kind>[#/{&])\s*(?<name>[\w@]*)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
