using System.Text.Json.Nodes;
using SlaMonitor.Channels.Cards;
using SlaMonitor.Channels.Kinds;

namespace SlaMonitor.Channels.Slack;

/// <summary>
/// A card in Slack's Block Kit. Every text is <c>plain_text</c>, in which Slack knows neither markup nor mentions nor links, so that no
/// title can ping a channel. The limits are those of Slack's reference of blocks.
/// </summary>
internal static class SlackBlocks
{
    public const int MostBlocks = 50;
    public const int LongestHeader = 150;
    public const int LongestText = 3000;
    public const int LongestField = 2000;
    public const int MostFields = 10;
    public const int LongestButton = 75;
    public const int LongestAddress = 3000;

    public static JsonArray Of(Card card)
    {
        var blocks = new JsonArray { new JsonObject { ["type"] = "header", ["text"] = Text(card.Heading, LongestHeader) } };
        foreach (var part in card.Parts)
        {
            var text = TextOf(part);
            if (text.Length > 0) blocks.Add(new JsonObject { ["type"] = "section", ["text"] = Text(text, LongestText) });
            if (part.Facts.Count == 0) continue;

            var fields = part.Facts.Take(MostFields).Select(fact => (JsonNode)Text($"{fact.Label}\n{fact.Value}", LongestField));
            blocks.Add(new JsonObject { ["type"] = "section", ["fields"] = new JsonArray([.. fields]) });
        }

        if (card.Footer is { Length: > 0 } footer)
            blocks.Add(new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Text(footer, LongestText)) });
        var buttons = card.Buttons.Where(button => button.Address.AbsoluteUri.Length <= LongestAddress).Select(Button).ToArray();
        if (buttons.Length > 0) blocks.Add(new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray(buttons) });
        while (blocks.Count > MostBlocks) blocks.RemoveAt(blocks.Count - 2);
        return blocks;
    }

    /// <summary>Heading and lines. Where there is no room for all of them, how many are left out.</summary>
    private static string TextOf(CardPart part)
    {
        IReadOnlyList<string> lines = part.Heading is { } heading ? [heading, .. part.Lines] : part.Lines;
        for (var shown = lines.Count; ; shown--)
        {
            var text = string.Join('\n', shown == lines.Count ? lines : lines.Take(shown).Append($"+ {lines.Count - shown} …"));
            if (text.Length <= LongestText || shown <= 1) return text;
        }
    }

    private static JsonNode Button(CardButton button)
    {
        var shown = new JsonObject
        {
            ["type"] = "button",
            ["text"] = Text(button.Text, LongestButton),
            ["url"] = button.Address.AbsoluteUri,
        };
        if (button.IsMain) shown["style"] = "primary";
        return shown;
    }

    // Slack refuses an empty text.
    private static JsonObject Text(string text, int longest) => new()
    {
        ["type"] = "plain_text",
        ["text"] = text.Length == 0 ? "–" : ShortText.Cut(text, longest),
        ["emoji"] = false,
    };
}
