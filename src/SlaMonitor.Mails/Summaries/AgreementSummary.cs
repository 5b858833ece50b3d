using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Mails.Summaries;

/// <summary>What one version of an agreement says, in sentences for the person who signs it.</summary>
public sealed record AgreementSummary
{
    /// <summary>The agreement's name.</summary>
    public required string Agreement { get; init; }

    /// <summary>Which version.</summary>
    public required int Version { get; init; }

    /// <summary>The title of the signed text.</summary>
    public required string Title { get; init; }

    /// <summary>From when until when it holds, what its own metrics measure, for whom it is, and in which zone its times are.</summary>
    public required IReadOnlyList<string> Standing { get; init; }

    /// <summary>Every promise, in file order.</summary>
    public required IReadOnlyList<PromiseSummary> Promises { get; init; }

    /// <summary>A sentence or two on each calendar: its hours, what closes it next, how far its holidays are known.</summary>
    public required IReadOnlyList<string> Calendars { get; init; }

    /// <summary>Who is on call now and who is next, for each rotation.</summary>
    public required IReadOnlyList<string> OnCall { get; init; }

    /// <summary>Who is told at which moment, for each policy.</summary>
    public required IReadOnlyList<string> Escalations { get; init; }

    /// <summary>Puts a version into words.</summary>
    /// <param name="agreement">The version.</param>
    /// <param name="successor">The version that takes its place, or <c>null</c> where there is none.</param>
    /// <param name="now">The present: what comes next is counted from here.</param>
    /// <param name="language">The reader's language, as a BCP 47 tag.</param>
    public static AgreementSummary Of(Agreement agreement, Agreement? successor, Instant now, string language)
    {
        ArgumentNullException.ThrowIfNull(agreement);

        var words = SummaryWords.For(language);
        return new AgreementSummary
        {
            Agreement = agreement.Id,
            Version = agreement.Version,
            Title = agreement.Title,
            Standing = [.. Said(agreement, successor, now, words)],
            Promises = [.. agreement.Targets.Select(target => new PromiseSummary(
                target.Id,
                words.Tickets(target.When),
                words.Promise(target),
                words.Budget(target.Within),
                string.Join("; ", CalendarsOf(target))))],
            Calendars = [.. agreement.Calendars.Values.Select(calendar => CalendarSummary.Of(calendar, now, words))],
            OnCall = [.. agreement.Contacts.Values.Where(contact => contact.Rotation is not null)
                .Select(contact => OnCallNow(contact, agreement.TimeZone, now, words))],
            Escalations = [.. agreement.Escalations.Select(policy => words.Escalation(policy.When, policy.Steps))],
        };
    }

    private static IEnumerable<string> Said(Agreement agreement, Agreement? successor, Instant now, SummaryWords words)
    {
        var today = now.InZone(agreement.TimeZone).Date;
        yield return agreement switch
        {
            { EffectiveFrom: var from } when from > today => words.TakesEffect(from),
            { Term.LastDay: { } last } when last < today => words.Ended(last),
            _ when successor is not null && successor.EffectiveFrom <= today =>
                words.Replaced(successor.Version, successor.EffectiveFrom),
            _ => words.InForce(agreement.EffectiveFrom),
        };
        if (agreement.Term is { } term) yield return words.Term(term);
        foreach (var metric in agreement.Metrics) yield return words.Measures(metric, metric.Rule!);
        if (agreement.Pause.Stops.Count > 0) yield return words.Pauses(agreement.Pause);
        yield return words.Governs(agreement.Governs, agreement.Customer?.Name, agreement.TimeZone.Id);
        if (agreement.Dates is { } dates) yield return words.Dates(dates);
    }

    /// <summary>The calendar of a target, and then those of its sites, in the words of the agreement file.</summary>
    private static IEnumerable<string> CalendarsOf(Target target) =>
        (target.Sites?.ByValue.Values ?? []).Select(site => $"{site.Site}: {site.Calendar.Id}").Prepend(target.Calendar.Id);

    private static string OnCallNow(Contact contact, DateTimeZone zone, Instant now, SummaryWords words)
    {
        var rotation = contact.Rotation!;
        if (rotation.OnCallAt(now, zone) is not { } present)
            return rotation.Feed is null ? words.NobodyOnCall(contact.Id) : words.OnCallByFeed(contact.Id);

        var next = rotation.NextAfter(now, zone);
        return words.OnCall(contact.Id, present, next is null ? null : (next.Member, next.From.InZone(zone)));
    }
}
