using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>
/// Everything that a mail about one promise says, in words, ready for the templates: both forms of the mail are made of this one model.
/// </summary>
public sealed record AlertModel
{
    private const int LongestText = 200;

    /// <summary>The language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The language's words.</summary>
    public required Labels Words { get; init; }

    /// <summary>How the promise stands.</summary>
    public required Tone Tone { get; init; }

    /// <summary>The first sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>
    /// What is to be known before all else: since when the mail had to wait, that somebody else was not reached,
    /// that all is well after all.
    /// </summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The ticket.</summary>
    public required ShownTicket Ticket { get; init; }

    /// <summary>The customer.</summary>
    public required string? Customer { get; init; }

    /// <summary>The priority, and whether it is an emergency.</summary>
    public required string Priority { get; init; }

    /// <summary>Who has the ticket.</summary>
    public required string Assignee { get; init; }

    /// <summary>What is promised.</summary>
    public required string Promise { get; init; }

    /// <summary>Which target of which agreement promises it.</summary>
    public required string Clause { get; init; }

    /// <summary>When it is due, in the reader's zone; <c>null</c> while a pause leaves that open.</summary>
    public required string? Due { get; init; }

    /// <summary>The reader's zone.</summary>
    public required string Zone { get; init; }

    /// <summary>Whether the due time may still move.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>The label of <see cref="Balance"/>: left, or over by.</summary>
    public required string BalanceLabel { get; init; }

    /// <summary>How much is left, or over.</summary>
    public required string Balance { get; init; }

    /// <summary>What was counted, paused and excluded.</summary>
    public required Spent Spent { get; init; }

    /// <summary>Who else is told.</summary>
    public required string? AlsoTold { get; init; }

    /// <summary>Which step of the escalation this is; <c>null</c> for an all-clear, which is none.</summary>
    public required string? Step { get; init; }

    /// <summary>Why this reader is told.</summary>
    public required string Because { get; init; }

    /// <summary>Where the reader takes the promise; <c>null</c> where there is nothing to take.</summary>
    public required string? TakeUrl { get; init; }

    /// <summary>What taking it does.</summary>
    public required string Effect { get; init; }

    /// <summary>Who has taken it, and until when.</summary>
    public required string? TakenBy { get; init; }

    /// <summary>Puts an explanation into words for a reader.</summary>
    public static AlertModel Of(Reader reader, MailItem item)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(item);

        var wording = Wording.For(reader.Language);
        var zone = reader.TimeZone;
        var explanation = item.Explanation;
        var clock = explanation.Clock;
        var balance = Composition.Balance.Of(explanation, wording);

        return new AlertModel
        {
            Language = wording.Language,
            Words = wording.Labels,
            Tone = Tone.Of(explanation.State, wording),
            Headline = wording.Headline(explanation),
            Notes = [.. NotesOf(item, wording, zone)],
            Ticket = ShownTicket.Of(clock.Ticket, LongestText, item.TicketPage),
            Customer = HarmlessText.OrNull(clock.Ticket.Customer, LongestText),
            Priority = clock.Ticket.Emergency
                ? $"{wording.Of(clock.Ticket.Priority)}, {wording.Labels.Emergency}"
                : wording.Of(clock.Ticket.Priority),
            Assignee = HarmlessText.OrNull(clock.Ticket.Assignee, LongestText) ?? wording.Labels.None,
            Promise = wording.Promise(clock.Target),
            Clause = $"{clock.Agreement.Id} v{clock.Agreement.Version} · {clock.Target.Id}",
            Due = clock.DueAt is { } due ? wording.Of(due.InZone(zone)) + AsAgreed(clock, wording) : null,
            Zone = zone.Id,
            IsProvisional = clock.IsProvisional,
            BalanceLabel = balance.Label,
            Balance = balance.Text,
            Spent = Spent.Of(explanation, wording, zone),
            AlsoTold = item.AlsoTold.Count == 0 ? null : string.Join(", ", item.AlsoTold),
            Step = item.Step is { } step ? StepOf(item, step, wording) : null,
            Because = wording.Because(item.Because, IsOnCall(clock, item.Because)),
            TakeUrl = item.AcknowledgedBy is null ? item.AcknowledgeUrl?.AbsoluteUri : null,
            Effect = wording.QuietFor(clock.Agreement.AcknowledgementExpires),
            TakenBy = item.AcknowledgedBy is { } taken ? wording.TakenBy(taken.By, taken.Until.InZone(zone)) : null,
        };
    }

    private static bool IsOnCall(Clock clock, string role) => clock.Agreement.Contacts.GetValueOrDefault(role)?.Rotation is not null;

    private static string StepOf(MailItem item, int step, Wording wording)
    {
        var (moment, repetition) = StepName.Parse(item.Moment);
        return wording.StepOf(step, item.Steps, moment, repetition);
    }

    private static IEnumerable<string> NotesOf(MailItem item, Wording wording, DateTimeZone zone)
    {
        var clock = item.Explanation.Clock;
        if (item.Unreached is { } lost)
            yield return wording.InsteadOf(HarmlessText.Of(lost.Address, LongestText), HarmlessText.Of(lost.Reason, LongestText));
        if (item.Kind == MailItemKind.AllClear) yield return wording.KeptAfterAll(clock.EndedAt?.InZone(zone));
        if (item.Explanation.IsFromToldCreation) yield return CreationOf(clock.Ticket, wording, zone);
        if (item.WaitedSince is { } since) yield return wording.WaitedSince(since.InZone(zone));
    }

    private static string? AsAgreed(Clock clock, Wording wording) =>
        clock.AgreedDue is { } agreed ? wording.AsAgreed(HarmlessText.Of(agreed.Agreed.ApprovedBy, LongestText)) : null;

    private static string CreationOf(Ticket ticket, Wording wording, DateTimeZone zone) => ticket.CreationAccount is { } told
        ? wording.CreationToldBy(
            HarmlessText.Of(told.TypeName, LongestText),
            told.At.InZone(zone),
            HarmlessText.Of(told.Source, LongestText),
            ticket.CreationSeen)
        : wording.CreationNotReceived;
}
