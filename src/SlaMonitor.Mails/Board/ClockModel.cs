using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>One clock of a ticket as its page explains it.</summary>
public sealed record ClockModel
{
    private const int LongestText = 200;

    /// <summary>How it stands.</summary>
    public required Tone Tone { get; init; }

    /// <summary>How it stands, as a sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>What is promised, by which target of which agreement, and which turn it is.</summary>
    public required string Clause { get; init; }

    /// <summary>When it is due, and what is left or over.</summary>
    public required IReadOnlyList<LabelledText> Facts { get; init; }

    /// <summary>What was counted, held and excluded.</summary>
    public required Spent Spent { get; init; }

    /// <summary>What can be done about it.</summary>
    public IReadOnlyList<BoardForm> Forms { get; init; } = [];

    /// <summary>Puts an explanation into words.</summary>
    internal static ClockModel Of(ClockExplanation explanation, Wording wording, DateTimeZone zone)
    {
        var clock = explanation.Clock;
        return new ClockModel
        {
            Tone = BoardTone.Of(explanation.State, IsAtRisk(explanation), wording),
            Headline = wording.Headline(explanation),
            Clause = string.Join(
                " · ", wording.Promise(clock.Target), clock.Target.Id, wording.Board.Cycle(clock.Cycle), clock.Target.Calendar.Id),
            Facts = [.. FactsOf(explanation, wording, zone)],
            Spent = Spent.Of(explanation, wording, zone),
        };
    }

    private static bool IsAtRisk(ClockExplanation explanation) =>
        explanation.Clock.WhenShareElapsed(ClockOutcome.RiskPercent) <= explanation.AsOf;

    private static IEnumerable<LabelledText> FactsOf(ClockExplanation explanation, Wording wording, DateTimeZone zone)
    {
        var (clock, labels) = (explanation.Clock, wording.Labels);
        if (clock.DueAt is { } due)
        {
            var agreed = clock.AgreedDue is { } by ? wording.AsAgreed(HarmlessText.Of(by.Agreed.ApprovedBy, LongestText)) : string.Empty;
            yield return new LabelledText(labels.Due, wording.Of(due.InZone(zone)) + agreed);
        }

        var (label, balance) = Balance.Of(explanation, wording);
        yield return new LabelledText(label, balance);
        yield return new LabelledText(labels.Counted, wording.CountedOf(explanation.Elapsed, clock.Target.Within));
        if (clock.IsProvisional) yield return new LabelledText(wording.Board.Provisional, labels.Provisional);
        if (clock.AcknowledgementAt(explanation.AsOf) is { } taken)
            yield return new LabelledText(labels.Acknowledged, wording.TakenBy(taken.By, taken.Until.InZone(zone)));
    }
}
