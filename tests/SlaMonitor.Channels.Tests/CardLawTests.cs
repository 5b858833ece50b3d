using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using SlaMonitor.Channels.Cards;
using SlaMonitor.Channels.Slack;
using SlaMonitor.Channels.Teams;
using SlaMonitor.Channels.Tests.Harness;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Channels.Tests;

/// <summary>Whatever a stranger writes as a title: the message keeps its limits, and nothing in it is a mention or a link.</summary>
public sealed class CardLawTests
{
    private static readonly Gen<string> Titles = OneOf(
            "<!channel>", "<!here>", "<@U123>", "@channel", "@here", "*bold*",
            "_it_", "~no~", "`code`", "[click](https://evil.example.com)",
            "https://evil.example.com", "<https://evil.example.com|desk>", "&lt;!channel&gt;", "<at>Anna</at>", "\u202E", "\u0000", "\r\n",
            "# head", "- item", "1. one", "![x](https://evil.example.com/x.png)", "{{take}}", "😀", "界",
            new string('界', 3000), "\uD83D", new string('x', 3000))
        .List[0, 6].Select(parts => string.Join(' ', parts));

    private static readonly Gen<(string Title, MailItemKind Kind, string Language, int Tickets)> Cases = Gen.Select(
        Titles, OneOf(MailItemKind.Warning, MailItemKind.Breach, MailItemKind.Undelivered), OneOf("en", "zh-CN"),
        OneOf(1, 2, 40));

    private static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    [Fact]
    public void Slack_KeepsItsLimits_AndEveryTextIsPlain() => Cases.Sample(
        one =>
        {
            var message = SlackMessage.Of(Messages.Of(one.Kind, one.Title, one.Language, one.Tickets));
            var blocks = message["blocks"]!.AsArray();
            Assert.InRange(blocks.Count, 1, SlackBlocks.MostBlocks);
            foreach (var text in Objects(blocks).Where(node => node["type"] is { } type && (string?)type is "plain_text" or "mrkdwn"))
            {
                Assert.Equal("plain_text", (string?)text["type"]);
                Assert.InRange(((string)text["text"]!).Length, 1, SlackBlocks.LongestText);
            }

            Assert.InRange(((string)blocks[0]!["text"]!["text"]!).Length, 1, SlackBlocks.LongestHeader);
            Assert.All(
                blocks.Where(block => block!["fields"] is not null),
                block => Assert.InRange(block!["fields"]!.AsArray().Count, 1, SlackBlocks.MostFields));
            Assert.All(
                Objects(blocks).Where(node => (string?)node["type"] == "button"),
                button => Assert.InRange(((string)button["text"]!["text"]!).Length, 1, SlackBlocks.LongestButton));
            Assert.All(
                Objects(blocks).SelectMany(node => node["fields"]?.AsArray() ?? []),
                field => Assert.InRange(((string)field!["text"]!).Length, 1, SlackBlocks.LongestField));
            Assert.DoesNotContain((string)message["text"]!, character => character is '<' or '>');
            Assert.False((bool)message["link_names"]!);
        },
        iter: 300);

    [Fact]
    public void Slack_OfMoreThanASectionHolds_SaysHowManyAreLeftOut()
    {
        var lines = Enumerable.Range(1, 20).Select(n => $"HD-{n} {new string('x', 200)}").ToList();
        var blocks = SlackBlocks.Of(new Card("Many", IsBad: true, [new CardPart("Breached", lines, [])], null, []));
        var shown = ((string)blocks[1]!["text"]!["text"]!).Split('\n');
        Assert.Equal("Breached", shown[0]);
        Assert.Equal(lines.Take(shown.Length - 2), shown[1..^1]);
        Assert.Equal($"+ {20 - (shown.Length - 2)} …", shown[^1]);
    }

    [Fact]
    public void Teams_KeepsItsLimit_AndEveryTextIsARun() => Cases.Sample(
        one =>
        {
            var message = AdaptiveCard.Of(CardComposer.Of(Messages.Of(one.Kind, one.Title, one.Language, one.Tickets)), one.Language);
            Assert.InRange(Encoding.UTF8.GetByteCount(message.ToJsonString()), 1, AdaptiveCard.LargestMessage);
            var types = Objects(message).Select(node => (string?)node["type"]).ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain("TextBlock", types);
            Assert.DoesNotContain("FactSet", types);
            Assert.Null(message["attachments"]![0]!["content"]!["msteams"]!["entities"]);
            Assert.All(
                Objects(message).Where(node => (string?)node["type"] == "Action.OpenUrl"),
                button => Assert.True(
                    ((string)button["url"]!).StartsWith("https://sla.example.com/", StringComparison.Ordinal)
                    || ((string)button["url"]!).StartsWith("https://desk.example.com/", StringComparison.Ordinal)));
        },
        iter: 300);

    [Theory]
    [InlineData("en", "Breached")]
    [InlineData("zh-CN", "已逾期")]
    public void BothSayWhatAMailSays(string language, string word)
    {
        var card = CardComposer.Of(Messages.Of(language: language));
        Assert.Contains(word, card.Heading, StringComparison.Ordinal);
        Assert.True(card.IsBad);
        Assert.Equal("Cannot log in", card.Parts[0].Heading);
        Assert.Equal([true, false], card.Buttons.Select(button => button.IsMain));
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Objects(field.Value)).Prepend(fields),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
