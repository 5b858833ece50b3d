using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>
/// Builds an agreement from the sections of its file, and checks what one part of it says of another. It goes on after a mistake, because
/// whoever made five wants to hear of five; what it builds then is thrown away.
/// </summary>
internal sealed class AgreementBuilder(Problems problems)
{
    public BuiltVersion Build(AgreementSection section)
    {
        var zone = section.TimeZone?.Value;
        var term = TermBuilder.Build(section.Term, problems);
        var effectiveFrom = EffectiveFrom(section, term);
        var governs = ConditionBuilder.Build(section.Customer?.Match, problems);

        Removed.Check(section, problems);
        var calendars = new CalendarBuilder(problems, new HolidayRuleBuilder(problems))
            .Build(section.Calendars, section.Removes?.Calendars, zone);
        var measures = new MetricBuilder(problems);
        var metrics = measures.Build(section);
        measures.WarnOfUnused(section, metrics);
        var pause = PauseBuilder.Build(section.Pause, metrics, problems);
        var targets = new TargetBuilder(problems, calendars, metrics, pause, governs).Build(section.Targets);

        // Without its zone nothing can be built in the end; UTC lets the wall times be checked against each other until then.
        var rotations = new RotationBuilder(
            problems, RotationBuilder.People(section.Contacts), zone ?? DateTimeZone.Utc, term?.From ?? effectiveFrom ?? default);
        var moments = new StepMomentBuilder(problems, CalendarsOfTargets(section, calendars));
        var quietHours = new QuietHoursBuilder(problems, calendars, moments);
        var contacts = new ContactBuilder(problems, rotations, quietHours, zone ?? DateTimeZone.Utc).Build(section);
        var steps = new StepBuilder(problems, calendars, contacts, moments);
        var escalations = new EscalationBuilder(problems, steps, quietHours, zone ?? DateTimeZone.Utc, governs)
            .Build(section.Escalation);
        CheckContacts(section, escalations, quietHours);
        var dates = new DatesBuilder(problems, contacts, calendars).Build(section, term);
        var exclusions = ExclusionBuilder.Build(section.Exclusions, zone ?? DateTimeZone.Utc, problems);
        var indicators = IndicatorBuilder.Build(section.Indicators, problems);
        var credits = new CreditBuilder(problems)
            .Build(section, [.. (section.Targets?.Values ?? []).Select(target => target.Id?.Value.Value).OfType<string>()]);
        var fallback = Fallback(section, contacts);
        var reports = new ReportMailingBuilder(problems, calendars, contacts).Build(section);

        contacts.Find(section.Provider?.Contact);
        contacts.Find(section.Customer?.Contact);
        if (problems.HasErrors || section.Agreement is not { } id || zone is null || effectiveFrom is null || governs is null)
            return new BuiltVersion(section, term, null);

        return new BuiltVersion(section, term, new Agreement
        {
            Id = id.Value.Value,
            Title = section.Title?.Value ?? id.Value.Value,
            Version = section.Version?.Value ?? 1,
            EffectiveFrom = effectiveFrom.Value,
            Term = term,
            Provider = section.Provider is { Name: { } provider } ? new Party(provider.Value, section.Provider.Contact?.Value.Value) : null,
            Customer = section.Customer is { Name: { } customer } ? new Party(customer.Value, section.Customer.Contact?.Value.Value) : null,
            TimeZone = zone,
            Language = section.Language?.Value.Value ?? "en",
            Governs = governs,
            Calendars = calendars.Good.ToDictionary(entry => entry.Key, entry => entry.Value.Calendar, StringComparer.Ordinal),
            Metrics = MetricBuilder.Own(section, metrics),
            Targets = ExclusionBuilder.Apply(exclusions, targets),
            Pause = pause,
            OnReopen = section.OnReopen?.Value ?? ReopenRule.Continue,
            Contacts = contacts.Good,
            FallbackContact = fallback,
            Escalations = escalations,
            AcknowledgementExpires = section.AcknowledgementExpires?.Value.Elapsed ?? Duration.FromHours(4),
            Grouping = GroupingBuilder.Build(section.Grouping) ?? Grouping.Default,
            Dates = dates,
            Reports = reports,
            Exclusions = exclusions,
            Indicators = indicators,
            Fees = CreditBuilder.Build(section.Fees),
            Credits = credits,
        });
    }

    private LocalDate? EffectiveFrom(AgreementSection section, Term? term)
    {
        if (section.EffectiveFrom is not { } from)
        {
            if (term is null && section.Term is null && !section.KeyPlaces.ContainsKey("effectiveFrom"))
                problems.Error(
                    section.Place,
                    "an agreement needs 'effectiveFrom', or a term: the first day on which new tickets fall under it");
            return term?.From;
        }

        if (term is not null && from.Value < term.From)
            problems.Error(from.Place, $"this is before the term begins, on {term.From:uuuu-MM-dd}");
        if (term?.LastDay is { } last && last >= term.From && from.Value > last)
            problems.Error(from.Place, $"this is after the term has ended, on {last:uuuu-MM-dd}");
        return from.Value;
    }

    private static void CheckContacts(
        AgreementSection section, IReadOnlyList<EscalationPolicy> escalations, QuietHoursBuilder quietHours)
    {
        string[] known = [.. escalations.SelectMany(policy => policy.Steps).Select(step => step.At.Name).Distinct(StringComparer.Ordinal)];
        foreach (var (_, contact) in section.Contacts?.Values ?? [])
            quietHours.CheckExceptions(contact?.QuietHours, "of this agreement", known);
    }

    private string? Fallback(AgreementSection section, References<Contact> contacts)
    {
        contacts.Find(section.FallbackContact);
        if ((section.FallbackContact ?? section.Provider?.Contact) is { } given)
        {
            if (contacts.Good.GetValueOrDefault(given.Value.Value) is { Rotation.Feed: not null })
                problems.Error(
                    given.Place,
                    $"'{given.Value}' is told when nobody else can be, but by a feed it may be nobody; "
                    + "write fallbackContact: with another contact");
            return given.Value.Value;
        }

        if (contacts.Names.Count() == 1 && contacts.Good.Values.All(contact => contact.Rotation?.Feed is null))
            return contacts.Names.Single();
        if (section.Escalation is { } escalation && !section.KeyPlaces.ContainsKey("fallbackContact"))
            problems.Error(
                escalation.Place,
                "whom to tell when a ticket has no assignee, or nobody knows the address? write fallbackContact: with one of the contacts");
        return null;
    }

    private static IReadOnlyList<BuiltCalendar> CalendarsOfTargets(AgreementSection section, References<BuiltCalendar> calendars) =>
        [.. (section.Targets?.Values ?? []).SelectMany(target => target.Calendar?.All ?? [])
            .Select(calendar => calendar.Value.Value).Distinct(StringComparer.Ordinal)
            .Select(calendars.Good.GetValueOrDefault).OfType<BuiltCalendar>()];
}
