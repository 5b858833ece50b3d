using SlaMonitor.Channels.Kinds;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Cards;

/// <summary>Puts a message into a card, with the words of the mails.</summary>
internal static class CardComposer
{
    private const int MostRows = 12;
    private const int LongestNotice = 2000;

    public static Card Of(ChannelMessage message) => message.Contents switch
    {
        null => Notice(message),
        { Items: [var only] } contents => Alert(message, AlertModel.Of(contents.Reader, only)),
        var contents => Digest(message, contents),
    };

    private static Card Notice(ChannelMessage message) =>
        new(message.Mail.Subject, message.Mail.IsImportant, [new(null, [ShortText.Cut(message.Mail.Text, LongestNotice)], [])], null, []);

    private static Card Alert(ChannelMessage message, AlertModel model)
    {
        var (words, links) = (model.Words, Links.Of(message));
        (string Label, string? Value)[] facts =
        [
            (words.Due, model.Due is { } due ? $"{due} ({model.Zone})" : null),
            (model.BalanceLabel, model.Balance),
            (words.Promise, model.Promise),
            (words.Customer, model.Customer),
            (words.Priority, model.Priority),
            (words.Assignee, model.Assignee),
            (words.Acknowledged, model.TakenBy),
        ];
        return new Card(
            $"{model.Tone.Sign} {model.Tone.Word}{words.Colon}{model.Ticket.Id}",
            Pressure.Of(message) == Pressing.Broken,
            [
                new CardPart(
                    model.Ticket.Title,
                    [model.Headline, .. model.Notes],
                    [.. facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).Select(fact => (fact.Label, fact.Value!))]),
            ],
            string.Join(" · ", ((string?[])[model.Step, model.Because, model.Clause]).Where(text => !string.IsNullOrEmpty(text))),
            Buttons(words, links, words.Take));
    }

    private static Card Digest(ChannelMessage message, MailContents contents)
    {
        var model = DigestModel.Of(contents, MostRows);
        var words = model.Words;
        return new Card(
            message.Mail.Subject,
            Pressure.Of(message) == Pressing.Broken,
            [
                new CardPart(null, [model.Headline], []),
                .. model.Parts.Select(part => new CardPart(
                    $"{part.Tone.Sign} {part.Tone.Word} ({part.Count})", [.. part.Rows.Select(RowOf), .. Present(part.More)], [])),
            ],
            model.Zone,
            Buttons(words, Links.Of(message), words.TakeAll));
    }

    private static string RowOf(DigestRow row) => string.Join(" · ", ((string?[])
        [row.Ticket.Id, row.Ticket.Title, row.Promise, row.Due, row.Balance, row.Note]).Where(text => !string.IsNullOrEmpty(text)));

    private static IEnumerable<string> Present(string? text) => text is null ? [] : [text];

    private static IReadOnlyList<CardButton> Buttons(Labels words, Links links, string take) =>
    [
        .. links.Take is { } page ? (IEnumerable<CardButton>)[new(take, page, IsMain: true)] : [],
        .. links.Ticket is { } ticket ? (IEnumerable<CardButton>)[new(words.OpenTicket, ticket, IsMain: false)] : [],
    ];
}
