using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the steps of an escalation policy.</summary>
internal sealed class StepBuilder(
    Problems problems, References<BuiltCalendar> calendars, References<Contact> contacts, StepMomentBuilder moments)
{
    /// <summary>A step that is repeated more often than this is one that nobody reads any more.</summary>
    private const int MostTimes = 50;

    /// <param name="section">The policy.</param>
    /// <param name="policy">Which tickets the policy is for; <c>null</c> where that has a mistake.</param>
    /// <returns>The steps without a mistake, in the order of the file.</returns>
    public List<EscalationStep> Build(EscalationSection section, Condition? policy)
    {
        if (section.Steps is { IsEmpty: true } none) problems.Error(none.Place, "nobody would be told; write at least one step");

        var steps = new List<(EscalationStep Step, StepSection Section)>();
        foreach (var written in section.Steps?.Values ?? [])
        {
            var step = Build(written, policy);
            if (step is null) continue;

            foreach (var (earlier, place) in steps.Where(other => other.Step.At.Name == step.At.Name))
                CheckTwins(earlier, place, step, written);
            steps.Add((step, written));
        }

        return steps.ConvertAll(step => step.Step);
    }

    private EscalationStep? Build(StepSection section, Condition? policy)
    {
        var notify = Notify(section);
        var repeat = Repeat(section);
        var (during, outside) = (calendars.Find(section.During), calendars.Find(section.Outside));
        var when = When(section, policy);
        if (during is not null && outside?.Calendar.Id == during.Calendar.Id)
            problems.Error(
                section.Outside!.Place, $"no time is during and outside of '{during.Calendar.Id}'; keep one of the two");
        if (outside is not null && NeverCloses(outside.Calendar.Definition))
            problems.Error(section.Outside!.Place, $"'{outside.Calendar.Id}' never closes, so this step would never be told; leave it out");
        if (section.At is not { } at || moments.Build(at) is not { } moment) return null;

        return new EscalationStep(moment, notify, section.UnlessAcknowledged?.Value ?? true)
        {
            Repeat = repeat,
            During = during?.Calendar,
            Outside = outside?.Calendar,
            When = when ?? Condition.Always,
        };
    }

    private List<string> Notify(StepSection step)
    {
        if (step.Notify is { IsEmpty: true } none) problems.Error(none.Place, "nobody would be told; write assignee, group or a contact");
        return contacts.FindAll(step.Notify, Recipient.Assignee, Recipient.Group);
    }

    private StepRepeat? Repeat(StepSection section)
    {
        var isRepeated = section.KeyPlaces.ContainsKey("repeat");
        if (isRepeated != section.KeyPlaces.ContainsKey("times"))
            problems.Error(
                section.PlaceOf(isRepeated ? "repeat" : "times"),
                isRepeated
                    ? "how often is it told again? write times: 6 beside it"
                    : "after how long is it told again? write repeat: 30m beside it");
        if (section is not { Repeat: { } every, Times: { } times }) return null;

        if (every.Value.Elapsed < Duration.FromMinutes(1))
            problems.Error(every.Place, $"{every.Value} is too short to tell anybody again; write at least 1m");
        else if (times.Value > MostTimes)
            problems.Error(times.Place, $"{times.Value} times are too many; write at most {MostTimes}, and tell somebody else after that");
        else
            return new StepRepeat(every.Value.Elapsed, times.Value);

        return null;
    }

    private Condition? When(StepSection section, Condition? policy)
    {
        if (section.When is not { } written || ConditionBuilder.Build(written, problems) is not { } when) return null;

        if (policy is not null && !when.CanMeet(policy))
            problems.Error(
                written.Place, "no ticket of this policy can match it, so this step would never be told; correct it, or leave it out");
        return when;
    }

    /// <summary>Two steps may stand at one moment where one of them is for the hours in which the other is not.</summary>
    private void CheckTwins(EscalationStep earlier, StepSection place, EscalationStep step, StepSection section)
    {
        var line = place.At!.Place.Line;
        if (!AreApart(earlier.During, step.Outside) && !AreApart(step.During, earlier.Outside))
        {
            var wayOut = step is { During: null, Outside: null } && earlier is { During: null, Outside: null }
                ? "tell everybody in one step"
                : "tell everybody in one step, or let one be during and the other outside of the same calendar";
            problems.Error(section.At!.Place, $"there is a step at {step.At.Name} already on line {line}; {wayOut}");
        }
        else if (earlier.Repeat != step.Repeat)
        {
            problems.Error(
                section.At!.Place,
                $"it is not repeated as its other half on line {line} is; write the same repeat and times in both, or in neither");
        }
    }

    private static bool AreApart(BusinessCalendar? during, BusinessCalendar? outside) => during is not null && during.Id == outside?.Id;

    private static bool NeverCloses(CalendarDefinition calendar) =>
        calendar is { Holidays.Count: 0, Overrides.Count: 0, YearlyOverrides.Count: 0, Week.Count: 7 }
        && calendar.Week.Values.All(windows => windows is [var all] && all == OpenHours.AllDay);
}
