using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>The page at which a reader of the board says who they are: keys do not tell.</summary>
public static class NamePage
{
    /// <summary>The parameter with the reader's address.</summary>
    public const string Field = "as";

    /// <summary>The page.</summary>
    /// <param name="frame">The reader, and the addresses that all pages have in common.</param>
    /// <param name="url">Where its form posts.</param>
    /// <param name="sends">What the form sends beside the address.</param>
    /// <param name="people">Those whom the agreements know.</param>
    /// <param name="wrong">What was entered and is no address; <c>null</c> where nothing was.</param>
    public static PlacePage Of(
        BoardFrame frame, string url, IReadOnlyList<LabelledText> sends, IReadOnlyList<string> people, string? wrong)
    {
        ArgumentNullException.ThrowIfNull(frame);

        var words = Wording.For(frame.Language).Board;
        var form = new BoardForm(url, words.Name.Remember)
        {
            Fields = [new BoardField(Field, words.Name.Field, wrong ?? frame.Name ?? string.Empty) { List = PlacePage.PeopleList }],
            Sends = sends,
        };
        var forget = new BoardForm(url, words.Name.Forget) { Sends = [.. sends, new LabelledText(Field, string.Empty)], IsQuiet = true };
        return new PlacePage
        {
            Frame = frame,
            Title = words.WhoAreYou,
            Notice = wrong is null ? null : words.Name.NoAddress,
            Parts =
            [
                new PlacePart("name", words.Name.Field) { Text = words.Name.Why, Forms = frame.Name is null ? [form] : [form, forget] },
            ],
            People = people,
        };
    }
}
