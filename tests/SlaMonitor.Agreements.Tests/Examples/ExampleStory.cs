using System.Globalization;
using NodaTime.Text;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Agreements.Tests.Examples;

/// <summary>
/// A ticket under an example: events, and after each <c>=</c> what has to come of them. What is said of a target has to be all of its
/// clocks and, where a step is named, all of its steps.
/// <list type="bullet">
/// <item><c>= response due 03-02 10:00 met</c>: a clock, its due time and its state after the last event, or at <c>now</c>.</item>
/// <item><c>= response held pending</c>: the status in which it stood still, or the condition of its metric.</item>
/// <item><c>= response excluded REASON</c>: an exclusion fell into its life.</item>
/// <item><c>= response none</c>: it has no clock.</item>
/// <item><c>= response tells 50% 03-02 09:30: assignee lead</c>: a step, when it is told, and whom; <c>tells nobody</c>: none.</item>
/// <item><c>= governed v1</c> or <c>= governed nobody</c>.</item>
/// <item><c>= credit attainment of response 94: 250</c>: what is credited where that was reached.</item>
/// <item><c>= term cap: 600</c>: what is agreed beyond the tickets (<see cref="ExampleTerms"/>), all of it in one story.</item>
/// </list>
/// </summary>
internal sealed class ExampleStory
{
    private const string Nobody = "nobody";

    private readonly List<TicketEvent> _events = [];
    private readonly List<string> _expected = [];
    private readonly Agreement _first;

    private ExampleStory(AgreementBook book, string text)
    {
        Text = text;
        Book = book;
        _first = book.Agreements[0].Versions[0];

        var reader = new ExampleEvents(_first.TimeZone);
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#')) continue;
            if (line.StartsWith('=')) _expected.Add(line[1..].Trim());
            else if (line.Split(' ') is [var date, var time, "now"]) Now = reader.At(date, time);
            else _events.Add(reader.Read(line, () => TicketAssessment.Of(_events, [], book, Instant.MaxValue)!.Clocks));
        }

        if (_events.Count == 0) return;
        if (Now == default) Now = _events[^1].Time;
        Assessment = TicketAssessment.Of(_events, [], book, Now);
    }

    /// <summary>The story, as it is written.</summary>
    public string Text { get; }

    public AgreementBook Book { get; }

    public Instant Now { get; }

    /// <summary>What became of the ticket; <c>null</c>: the story has none, and is about money alone.</summary>
    public TicketAssessment? Assessment { get; }

    /// <summary>The targets of which it says something.</summary>
    public IEnumerable<string> Targets =>
        _expected.Select(Subject).Where(name => name is not ("governed" or "credit" or "term")).Distinct();

    /// <summary>Each expected line, in its order.</summary>
    public IReadOnlyList<string> Expected => _expected;

    /// <summary>The stories of a file, which empty lines part.</summary>
    public static IReadOnlyList<ExampleStory> Read(AgreementBook book, string text) =>
    [
        .. text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(story => story.Contains("\n=", StringComparison.Ordinal) || story.StartsWith('='))
            .Select(story => new ExampleStory(book, story)),
    ];

    /// <summary>The rules of which a credit was asked, once that was worked out.</summary>
    public IReadOnlyList<CreditRule> EarnedCredits { get; private set; } = [];

    /// <summary>What came of it, in the words of the expectation.</summary>
    public IEnumerable<string> Actual()
    {
        if (_expected.Exists(line => Subject(line) == "governed"))
            yield return Assessment!.Governing is { } version ? $"governed v{version.Version}" : $"governed {Nobody}";
        foreach (var target in Targets)
        {
            foreach (var line in Of(target)) yield return line;
        }

        if (_expected.Exists(line => Subject(line) == "term"))
        {
            foreach (var line in ExampleTerms.Of(_first)) yield return line;
        }

        foreach (var line in _expected.Where(line => Subject(line) == "credit")) yield return Credit(line[..line.IndexOf(':')]);
    }

    /// <summary>The steps of the clocks whose steps are told of.</summary>
    public IEnumerable<ScheduledStep> Steps() =>
        Targets.Where(SaysSteps).SelectMany(target => Clocks(target).SelectMany(EscalationSchedule.Of));

    public IEnumerable<Clock> Clocks(string target) =>
        Assessment!.Clocks.Where(clock => string.Equals(clock.Target.Id, target, StringComparison.Ordinal));

    private IEnumerable<string> Of(string target)
    {
        var clocks = Clocks(target).ToArray();
        if (clocks.Length == 0) yield return $"{target} none";
        foreach (var clock in clocks)
        {
            var explanation = ClockExplanation.Of(clock, Now);
            yield return $"{target} due {(clock.DueAt is { } due ? Wall(due) : "never")} {explanation.State.ToString().ToLowerInvariant()}";
            foreach (var held in explanation.Held)
            {
                if (Says(target, "held")) yield return $"{target} held {clock.HeldWhile(held)?.Describe() ?? Camel($"{held.HeldBy}")}";
            }

            foreach (var exclusion in explanation.Exclusions) yield return $"{target} excluded {exclusion.Reason}";
        }

        if (!SaysSteps(target)) yield break;

        var steps = clocks.SelectMany(EscalationSchedule.Of).Select(Told).ToArray();
        foreach (var step in steps.DefaultIfEmpty(Nobody)) yield return $"{target} tells {step}";
    }

    private string Told(ScheduledStep step) =>
        $"{step.Name} {Wall(step.ComesAt)}: {string.Join(' ', step.Step.Notify.Select(name => Who(name, step)))}";

    // Of a rotation, whoever is on call; of a person in their own quiet hours, when these end.
    private string Who(string name, ScheduledStep step)
    {
        if (step.Clock.Agreement.Contacts.GetValueOrDefault(name) is not { } contact) return name;
        if (contact.Rotation is { } rotation) return $"{name}({rotation.OnCallAt(step.ComesAt, _first.TimeZone)})";

        return contact.QuietHours is { } quiet && quiet.Delay(step.Step.At.Name) && !quiet.Calendar.IsOpen(step.ComesAt)
            ? $"{name}({Wall(quiet.Calendar.NextOpening(step.ComesAt))})"
            : name;
    }

    // Of the rules about one measure, the largest credit counts.
    private string Credit(string line)
    {
        var words = line.Split(' ');
        var measured = decimal.Parse(words[^1], CultureInfo.InvariantCulture);
        var rules = _first.Credits!.Rules.Where(rule =>
            rule.When.ToString().StartsWith($"{string.Join(' ', words[1..^1])} <", StringComparison.Ordinal)
            && rule.When.IsMetBy(measured)).ToArray();
        EarnedCredits = [.. EarnedCredits, .. rules];
        var credit = rules.Length == 0 ? 0 : rules.Max(rule => rule.Credit.Of(_first.Fees!));
        return $"{line}: {credit.ToString("0.##", CultureInfo.InvariantCulture)}";
    }

    private bool SaysSteps(string target) => Says(target, "tells");

    private bool Says(string target, string what) =>
        _expected.Exists(line => line.StartsWith($"{target} {what} ", StringComparison.Ordinal));

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];

    private static string Subject(string line) => line[..line.IndexOf(' ')];

    private string Wall(Instant instant)
    {
        var time = instant.InZone(_first.TimeZone).LocalDateTime;
        var pattern = $"{(time.Year == 2026 ? "MM-dd" : "uuuu-MM-dd")} HH:mm{(time.Second == 0 ? "" : ":ss")}";
        return LocalDateTimePattern.CreateWithInvariantCulture(pattern).Format(time);
    }
}
