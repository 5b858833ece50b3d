using System.Text;
using System.Text.Json.Nodes;
using SlaMonitor.Channels.Cards;
using SlaMonitor.Channels.Kinds;

namespace SlaMonitor.Channels.Teams;

/// <summary>
/// A card as an Adaptive Card 1.4 in the message that a workflow of Teams takes. Every text is a <c>TextRun</c>, which, unlike a
/// <c>TextBlock</c>, reads no Markdown: no title is a link or a mention.
/// </summary>
internal static class AdaptiveCard
{
    /// <summary>Teams takes 28 KB in all; some of it is its own.</summary>
    public const int LargestMessage = 24 * 1024;

    private const int LongestText = 2000;

    /// <summary>The message. What is too much for Teams is left out from the end, but for the buttons.</summary>
    public static JsonObject Of(Card card, string language)
    {
        for (var most = card.Parts.Sum(part => part.Lines.Count); ; most /= 2)
        {
            var message = Of(card, language, most);
            if (most == 0 || Encoding.UTF8.GetByteCount(message.ToJsonString()) <= LargestMessage) return message;
        }
    }

    private static JsonObject Of(Card card, string language, int mostLines)
    {
        var body = new JsonArray { Text(card.Heading, "large", isBold: true, card.IsBad ? "attention" : "default") };
        foreach (var part in card.Parts)
        {
            if (part.Heading is { } heading) body.Add(Text(heading, "medium", isBold: true, separates: true));
            var lines = part.Lines.Take(mostLines).ToList();
            mostLines -= lines.Count;
            foreach (var line in lines) body.Add(Text(line));
            if (lines.Count < part.Lines.Count) body.Add(Text($"+ {part.Lines.Count - lines.Count} …"));
            foreach (var (label, value) in part.Facts) body.Add(Fact(label, value));
        }

        if (card.Footer is { Length: > 0 } footer) body.Add(Text(footer, "small", color: "default", isSubtle: true, separates: true));
        var content = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["lang"] = language,
            ["fallbackText"] = ShortText.Cut(card.Heading, LongestText),
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = body,
        };
        if (card.Buttons.Count > 0) content["actions"] = new JsonArray([.. card.Buttons.Select(Button)]);
        return new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["contentUrl"] = null,
                ["content"] = content,
            }),
        };
    }

    private static JsonNode Button(CardButton button)
    {
        var shown = new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = button.Text, ["url"] = button.Address.AbsoluteUri };
        if (button.IsMain) shown["style"] = "positive";
        return shown;
    }

    private static JsonObject Fact(string label, string value) => new()
    {
        ["type"] = "ColumnSet",
        ["spacing"] = "small",
        ["columns"] = new JsonArray(
            new JsonObject { ["type"] = "Column", ["width"] = "110px", ["items"] = new JsonArray(Text(label, isSubtle: true)) },
            new JsonObject { ["type"] = "Column", ["width"] = "stretch", ["items"] = new JsonArray(Text(value)) }),
    };

    private static JsonObject Text(
        string text, string size = "default", bool isBold = false, string color = "default", bool isSubtle = false, bool separates = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = ShortText.Cut(text, LongestText), ["size"] = size, ["color"] = color };
        if (isBold) run["weight"] = "bolder";
        if (isSubtle) run["isSubtle"] = true;
        var block = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
        if (separates) block["separator"] = true;
        return block;
    }
}
