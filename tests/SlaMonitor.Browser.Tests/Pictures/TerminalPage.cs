using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SlaMonitor.Browser.Tests.Pictures;

/// <summary>What a terminal showed, as a page: the text with the colours that its control sequences ask for.</summary>
internal static partial class TerminalPage
{
    // The first sixteen colours, in the shades of a dark terminal.
    private static readonly string[] Colours =
    [
        "#484f58", "#ff7b72", "#3fb950", "#d29922", "#58a6ff", "#bc8cff", "#39c5cf", "#b1bac4",
        "#6e7681", "#ffa198", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#ffffff",
    ];

    /// <summary>The page of a command and what came of it.</summary>
    public static string Of(IEnumerable<(string Command, string Output)> runs)
    {
        var text = new StringBuilder();
        foreach (var (command, output) in runs)
        {
            text.Append("<b class=\"p\">$</b> <b>").Append(WebUtility.HtmlEncode(command)).Append("</b>\n")
                .Append(Coloured(output)).Append('\n');
        }

        return $$"""
            <!DOCTYPE html><meta charset="utf-8"><title>sla</title>
            <style>
            body { margin: 0; background: #0d1117; }
            pre { display: inline-block; margin: 0; padding: 20px 24px; color: #e6edf3; background: #0d1117;
                  font: 15px/1.4 "DejaVu Sans Mono", "WenQuanYi Micro Hei Mono", monospace; }
            .p { color: #3fb950; }
            </style>
            <pre>{{text.ToString().TrimEnd()}}</pre>
            """;
    }

    /// <summary>Whether the output has a colour in it.</summary>
    public static bool HasColour(string output) =>
        Sequences().Matches(output).Any(match => match.Groups["codes"].Value is not ("" or "0" or "1"));

    private static string Coloured(string output)
    {
        var (text, at, open) = (new StringBuilder(), 0, false);
        output = output.Replace("\r", string.Empty, StringComparison.Ordinal);
        foreach (Match match in Sequences().Matches(output))
        {
            text.Append(WebUtility.HtmlEncode(output[at..match.Index]));
            at = match.Index + match.Length;
            if (match.Groups["kind"].Value != "m") continue;

            if (open) text.Append("</span>");
            var style = Style(match.Groups["codes"].Value);
            open = style.Length > 0;
            if (open) text.Append("<span style=\"").Append(style).Append("\">");
        }

        text.Append(WebUtility.HtmlEncode(output[at..]));
        return text.Append(open ? "</span>" : string.Empty).ToString();
    }

    private static string Style(string codes)
    {
        var style = new StringBuilder();
        var numbers = codes.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(code => int.Parse(code, CultureInfo.InvariantCulture)).ToArray();
        for (var i = 0; i < numbers.Length; i++)
        {
            var colour = numbers[i] switch
            {
                >= 30 and <= 37 => numbers[i] - 30,
                >= 90 and <= 97 => numbers[i] - 82,
                38 when i + 2 < numbers.Length && numbers[i + 1] == 5 => numbers[i += 2],
                _ => -1,
            };
            if (colour is >= 0 and < 16) style.Append("color:").Append(Colours[colour]).Append(';');
            else if (colour < 0 && numbers[i] == 1) style.Append("font-weight:bold;");
        }

        return style.ToString();
    }

    [GeneratedRegex(
        @"\x1b(\[(?<codes>[0-9;?]*)(?<kind>[A-Za-z])|[=>])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sequences();
}
