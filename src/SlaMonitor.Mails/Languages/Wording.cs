using NodaTime;
using NodaTime.Text;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Mails.Languages;

/// <summary>The words of one language. Templates lay out; this says.</summary>
public abstract class Wording
{
    private static readonly Wording English = new EnglishWording();
    private static readonly Wording Chinese = new ChineseWording();

    /// <summary>The languages that we speak, as BCP 47 tags; the first is that of whoever asks for none.</summary>
    public static IReadOnlyList<string> Languages { get; } = [English.Language, Chinese.Language];

    /// <summary>The language, as a BCP 47 tag.</summary>
    public abstract string Language { get; }

    /// <summary>The words that stand alone.</summary>
    public abstract Labels Labels { get; }

    /// <summary>What the acknowledge page says.</summary>
    public abstract PageWords Page { get; }

    /// <summary>What the board and the page of a ticket say.</summary>
    public abstract BoardWords Board { get; }

    /// <summary>What the page says at which people sign in.</summary>
    public abstract SignInWords SignIn { get; }

    /// <summary>What a report says.</summary>
    internal abstract ReportWords Report { get; }

    /// <summary>The wording for a language; English where we do not speak it.</summary>
    public static Wording For(string language) => IsChinese(language) ? Chinese : English;

    /// <summary>Whether somebody of this language reads the Chinese words: everybody else reads the English ones.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    internal static bool IsChinese(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The mail's first sentence.</summary>
    public abstract string Headline(ClockExplanation explanation);

    /// <summary>What is promised: metric and budget.</summary>
    public abstract string Promise(Target target);

    /// <summary>A metric's name.</summary>
    public abstract string Of(Metric metric);

    /// <summary>From when on a target counts, to stand beside its metric; empty where the metric itself says so.</summary>
    public abstract string Of(CountsFrom from);

    /// <summary>That a due time was agreed, to stand behind it.</summary>
    public abstract string AsAgreed(string approvedBy);

    /// <summary>A status's name.</summary>
    public abstract string Of(TicketStatus status);

    /// <summary>What held a clock.</summary>
    public abstract string HeldBy(Clock clock, Stretch held);

    /// <summary>A priority's name.</summary>
    public abstract string Of(TicketPriority priority);

    /// <summary>A length of open time.</summary>
    public abstract string Of(BusinessDuration duration);

    /// <summary>A moment, with its day of the week.</summary>
    public abstract string Of(ZonedDateTime moment);

    /// <summary>Whether what was promised has been done by now, in time or not.</summary>
    protected static bool IsDoneBy(ClockExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return explanation.Clock.End is not (ClockEnd.None or ClockEnd.Gone) && explanation.EndedAt is not null;
    }

    /// <summary>Real time, to be put into the same words as open time.</summary>
    internal static BusinessDuration RealTime(Duration duration) => BusinessDuration.FromSeconds((long)duration.TotalSeconds);

    /// <summary>As exact as a person wants it: whole minutes, or whole seconds below one.</summary>
    protected static BusinessDuration Rounded(BusinessDuration duration)
    {
        var unit = BusinessDuration.FromSeconds(duration < BusinessDuration.FromMinutes(1) ? 1 : 60).Ticks;
        return BusinessDuration.FromTicks(duration.Ticks / unit * unit);
    }

    /// <summary>How much of the budget has been counted.</summary>
    public abstract string CountedOf(BusinessDuration elapsed, BusinessDuration within);

    /// <summary>How many spans a shortened list leaves out.</summary>
    public abstract string EarlierSpans(int count);

    /// <summary>Which step of the escalation this is.</summary>
    /// <param name="step">From 1.</param>
    /// <param name="steps">How many there are.</param>
    /// <param name="moment">The step's moment, as the agreement writes it.</param>
    /// <param name="repetition">Which repetition of it, from 1; 0 for the step itself.</param>
    public abstract string StepOf(int step, int steps, string moment, int repetition);

    /// <summary>Why this reader is told.</summary>
    /// <param name="role">The agreement's word for them.</param>
    /// <param name="isOnCall">Whether it stands for an on-call rotation.</param>
    public abstract string Because(string role, bool isOnCall);

    /// <summary>That somebody else could not be reached.</summary>
    public abstract string InsteadOf(string address, string reason);

    /// <summary>That the creation was never received, and nobody told its time.</summary>
    public abstract string CreationNotReceived { get; }

    /// <summary>Which event told when the ticket was created.</summary>
    /// <param name="what">What happened, in the sender's words.</param>
    /// <param name="at">When.</param>
    /// <param name="source">Who told it.</param>
    /// <param name="received">Whether the creation itself was received, with a later time.</param>
    public abstract string CreationToldBy(string what, ZonedDateTime at, string source, bool received);

    /// <summary>Since when the mail had to wait.</summary>
    public abstract string WaitedSince(ZonedDateTime moment);

    /// <summary>What the button does.</summary>
    public abstract string QuietFor(Duration duration);

    /// <summary>Who has the promise, and until when.</summary>
    public abstract string TakenBy(string address, ZonedDateTime until);

    /// <summary>What an all-clear says beyond its headline.</summary>
    public abstract string KeptAfterAll(ZonedDateTime? endedAt);

    /// <summary>The first sentence of a digest: how many promises of which kind.</summary>
    public abstract string DigestHeadline(int broken, int open, int well);

    /// <summary>The heading of a digest's part.</summary>
    public abstract string DigestGroup(DigestKind kind);

    /// <summary>How many promises of which kind, as a subject says it.</summary>
    public abstract string DigestCounts(int broken, int open, int well);

    /// <summary>What a promise that has run out at closing time is over by, until the desk opens again.</summary>
    public abstract string OverByNothingYet { get; }

    /// <summary>A metric within a sentence.</summary>
    public virtual string WithinSentence(Metric metric) => Of(metric);

    /// <summary>The subject of a mail that only shows that mails arrive.</summary>
    public abstract string TestSubject { get; }

    /// <summary>What such a mail says, in paragraphs.</summary>
    public abstract IReadOnlyList<string> TestParagraphs { get; }

    /// <summary>The subject of the mail about open tickets that no agreement governs.</summary>
    public abstract string WithoutAgreementSubject(int tickets);

    /// <summary>What that means, and as of when it is so.</summary>
    public abstract string WithoutAgreementHeadline(int tickets, ZonedDateTime asOf);

    /// <summary>A customer's tickets.</summary>
    /// <param name="customer">The customer; <c>null</c> for tickets that name none.</param>
    /// <param name="count">How many tickets.</param>
    /// <param name="examples">Some of them.</param>
    public abstract string TicketsOf(string? customer, int count, IReadOnlyList<string> examples);

    /// <summary>How many tickets are not shown by their customer.</summary>
    public abstract string MoreTickets(int count);

    /// <summary>What to do about tickets that no agreement governs, in paragraphs.</summary>
    public abstract IReadOnlyList<string> WithoutAgreementAdvice { get; }

    /// <summary>The subject of a mail about one of an agreement's own dates.</summary>
    public abstract string DateSubject(AgreementDateNotice notice);

    /// <summary>What such a date means, and what to do about it, in paragraphs.</summary>
    /// <param name="notice">The date.</param>
    /// <param name="at">The moment in the reader's zone, where it is one.</param>
    public abstract IReadOnlyList<string> DateParagraphs(AgreementDateNotice notice, ZonedDateTime? at);

    /// <summary>A day, the same in every language.</summary>
    protected static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A time to the minute in UTC, the same in every language: for an operator, whose zone is not known.</summary>
    protected static string Stamp(ZonedDateTime time) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm 'UTC'").Format(time.LocalDateTime);

    /// <summary>How many are not shown.</summary>
    public abstract string AndMore(int count);
}
