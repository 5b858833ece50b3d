using System.Text.Json.Nodes;
using SlaMonitor.Mails.Composition;

namespace SlaMonitor.Cli.Operating;

/// <summary>A text of an answer, which strangers may have written: on one line and without anything that a terminal obeys.</summary>
internal static class AnswerText
{
    private const int Longest = 200;

    public static string Of(JsonNode? text) => HarmlessText.Of(text?.ToString() ?? "", Longest);
}
