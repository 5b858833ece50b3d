using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>The forms by which a promise is taken, handed over and given back.</summary>
/// <param name="frame">The reader, and the addresses that all pages have in common.</param>
/// <param name="url">Where they post.</param>
/// <param name="next">Where to go then, as seen from the board's folder.</param>
internal sealed class TakeForms(BoardFrame frame, string url, string next)
{
    private readonly TakeWords _words = Wording.For(frame.Language).Board.Take;

    /// <summary>Takes a promise that nobody has; whoever has not said who they are says it here.</summary>
    /// <param name="ticket">The ticket's id.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="meaning">What the button does, where it does not stand beside the promise.</param>
    public BoardForm Take(string ticket, ClockId clock, string? meaning = null) => new(url, _words.Take)
    {
        Meaning = meaning is null ? null : $"{_words.Take}: {meaning}",
        Fields = frame.Name is null
            ? [new BoardField(NamePage.Field, Wording.For(frame.Language).Board.Name.Field) { List = PlacePage.PeopleList }]
            : [],
        Sends = [.. Sent(TakeFields.Take, ticket, clock)],
        IsQuiet = meaning is not null,
    };

    /// <summary>Hands over, or gives back, what somebody has; for those alone who have said who they are.</summary>
    public IReadOnlyList<BoardForm> Pass(string ticket, ClockId clock, string holder) => frame.Name is null || !frame.MayAct ? [] :
    [
        new BoardForm(url, _words.HandOver)
        {
            Fields = [new BoardField(TakeFields.To, _words.To) { List = PlacePage.PeopleList }],
            Sends = [.. Sent(TakeFields.HandOver, ticket, clock), new LabelledText(TakeFields.Holder, holder)],
            IsQuiet = true,
        },
        new BoardForm(url, _words.GiveBack)
        {
            Sends = [.. Sent(TakeFields.GiveBack, ticket, clock), new LabelledText(TakeFields.Holder, holder)],
            IsQuiet = true,
        },
    ];

    private IEnumerable<LabelledText> Sent(string action, string ticket, ClockId clock) =>
    [
        new(TakeFields.Action, action),
        new(TakeFields.Ticket, ticket),
        new(TakeFields.Clock, clock.ToString()),
        new(TakeFields.Next, next),
    ];
}
