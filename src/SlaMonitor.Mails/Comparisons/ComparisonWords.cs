using NodaTime;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Comparing;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Comparisons;

/// <summary>What a comparison says, in one language.</summary>
public abstract class ComparisonWords
{
    private static readonly ComparisonWords English = new EnglishComparisonWords();
    private static readonly ComparisonWords Chinese = new ChineseComparisonWords();

    /// <summary>The words for a language; English where we do not speak it.</summary>
    public static ComparisonWords For(string language) => Wording.IsChinese(language) ? Chinese : English;

    internal abstract Wording Wording { get; }

    internal abstract string Kind { get; }

    internal abstract string Done { get; }

    internal abstract string History { get; }

    internal abstract string HistoryOf(long events, long tickets);

    internal abstract string Metric { get; }

    internal abstract string Ticket { get; }

    internal abstract string Kept(string terms);

    internal abstract string Broken(string terms);

    internal abstract string Open(string terms);

    internal abstract string Attainment(string terms);

    internal abstract string NewlyBroken { get; }

    internal abstract string NewlyKept { get; }

    internal abstract string Otherwise { get; }

    internal abstract string Promises { get; }

    internal abstract string PromisesNote { get; }

    internal abstract string WhyHeading { get; }

    internal abstract string WhyNote { get; }

    internal abstract string Reason { get; }

    internal abstract string Count { get; }

    internal abstract string WhyColumn { get; }

    internal abstract string Outcome { get; }

    internal abstract string Credits { get; }

    internal abstract string CreditsNote { get; }

    internal abstract string NoCredits { get; }

    internal abstract string Period { get; }

    internal abstract string Sum { get; }

    internal abstract string Difference { get; }

    internal abstract string Mails { get; }

    internal abstract string MailsNote { get; }

    internal abstract string MailsTo(string address);

    internal abstract string Nothing { get; }

    internal abstract string HowCompared { get; }

    internal abstract IReadOnlyList<string> Rules { get; }

    /// <summary>What a mail tells, in the plural.</summary>
    public abstract string Of(MailItemKind kind);

    /// <summary>Where a promise stands; <c>null</c>: nothing is promised.</summary>
    public abstract string Of(ClockState? state);

    /// <summary>A reason, without its figures.</summary>
    public abstract string Of(ChangeReason reason);

    /// <summary>Why a promise comes to something else, with all figures that differ.</summary>
    public string Why(ClockChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return string.Join(Separator, change.Reasons.Select(reason => Why(reason, change.From, change.To)));
    }

    /// <summary>What stands between two reasons.</summary>
    protected abstract string Separator { get; }

    /// <summary>That something is one thing now, and was another.</summary>
    protected abstract string Instead(ChangeReason reason, string now, string before);

    private string Why(ChangeReason reason, ComparedClock? from, ComparedClock? to) => (reason, from, to) switch
    {
        (ChangeReason.Target, not null, not null) => Instead(reason, to.Target, from.Target),
        (ChangeReason.Budget, not null, not null) => Instead(reason, Length(to.Budget), Length(from.Budget)),
        (ChangeReason.Start, not null, not null) => Instead(reason, Moment(to.StartedAt), Moment(from.StartedAt)),
        (ChangeReason.End, not null, not null) => Instead(reason, Moment(to.EndedAt), Moment(from.EndedAt)),
        (ChangeReason.Hours, not null, not null) => Instead(reason, Length(to.Open), Length(from.Open)),
        (ChangeReason.Exclusions, not null, not null) => Instead(reason, Length(to.Excluded), Length(from.Excluded)),
        (ChangeReason.Pauses, not null, not null) => Instead(reason, Length(to.Held), Length(from.Held)),
        _ => Of(reason),
    };

    private string Length(BusinessDuration duration) => Wording.Of(duration);

    private string Length(Duration duration) => Wording.Of(Languages.Wording.RealTime(duration));

    private static string Moment(Instant? at) => at?.ToString("uuuu-MM-dd HH:mm'Z'", null) ?? "–";
}
