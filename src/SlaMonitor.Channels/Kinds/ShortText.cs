using SlaMonitor.Mails.Composition;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Kinds;

/// <summary>What a phone shows: a few lines, without markup, with the words of the mails.</summary>
internal static class ShortText
{
    private const int MostItems = 10;

    /// <summary>A message in a few lines: of one promise what a mail says first, of several a line for each.</summary>
    public static string Of(ChannelMessage message)
    {
        if (message.Contents is not { } contents) return message.Mail.Text;

        var items = contents.Items.Take(MostItems).Select(item => AlertModel.Of(contents.Reader, item)).ToList();
        if (contents.Items.Count == 1) return string.Join('\n', LinesOf(items[0]));

        var lines = items.Select(one => string.Join(" · ", ((string?[])
            [$"{one.Tone.Sign} {one.Ticket.Id}", one.Ticket.Title, one.Promise, one.Due]).OfType<string>()));
        return string.Join('\n', contents.Items.Count > MostItems ? lines.Append($"+ {contents.Items.Count - MostItems}") : lines);
    }

    /// <summary>The same with its link at the end, for a phone that shows no buttons.</summary>
    public static string WithLinks(ChannelMessage message)
    {
        var links = Links.Of(message);
        return (links.Take ?? links.Ticket) is { } link ? $"{Of(message)}\n{link.AbsoluteUri}" : Of(message);
    }

    /// <summary>A text of at most so many characters; no character is cut in two.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;

        var end = longest - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }

    private static IEnumerable<string> LinesOf(AlertModel model)
    {
        yield return model.Headline;
        foreach (var note in model.Notes) yield return note;
        if (model.Ticket.Title is { } title) yield return $"{model.Ticket.Id} · {title}";
        yield return model.Due is { } due ? $"{model.Promise} · {due}" : model.Promise;
        yield return $"{model.BalanceLabel} {model.Balance}";
        if (model.TakenBy is { } taken) yield return taken;
    }
}
