using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Notification.Languages;

/// <summary>The words of one language. Templates lay out; this says.</summary>
public abstract class Wording
{
    private static readonly Wording English = new EnglishWording();
    private static readonly Wording Chinese = new ChineseWording();

    /// <summary>The language, as a BCP 47 tag.</summary>
    public abstract string Language { get; }

    /// <summary>Labels of the mail's rows.</summary>
    public abstract AlertLabels Labels { get; }

    /// <summary>The wording for a language; English where we do not speak it.</summary>
    public static Wording For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;
    }

    /// <summary>The mail's first sentence.</summary>
    public abstract string Headline(ClockExplanation explanation);

    /// <summary>What is promised: metric and budget.</summary>
    public abstract string Promise(Target target);

    /// <summary>A metric's name.</summary>
    public abstract string Of(Metric metric);

    /// <summary>A status's name.</summary>
    public abstract string Of(TicketStatus status);

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
        return explanation.Clock.End is not (ClockEnd.None or ClockEnd.Gone) && explanation.Clock.EndedAt <= explanation.AsOf;
    }

    /// <summary>As exact as a person wants it: whole minutes, or whole seconds below one.</summary>
    protected static BusinessDuration Rounded(BusinessDuration duration)
    {
        var unit = BusinessDuration.FromSeconds(duration < BusinessDuration.FromMinutes(1) ? 1 : 60).Ticks;
        return BusinessDuration.FromTicks(duration.Ticks / unit * unit);
    }

    /// <summary>How many spans a shortened list leaves out, and what they add up to.</summary>
    public abstract string EarlierSpans(int count, BusinessDuration sum);

    /// <summary>Why this reader is told.</summary>
    public abstract string Because(string role, string moment);
}
