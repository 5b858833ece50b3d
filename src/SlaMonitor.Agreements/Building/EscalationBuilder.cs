using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the escalation policies of an agreement.</summary>
internal sealed class EscalationBuilder(
    Problems problems, References<BuiltCalendar> calendars, References<Contact> contacts, StepMomentBuilder moments)
{
    public IReadOnlyList<EscalationPolicy> Build(Items<EscalationSection>? sections)
    {
        var order = new FirstMatch();
        var policies = new List<EscalationPolicy>();
        foreach (var section in sections?.Values ?? [])
        {
            var when = ConditionBuilder.Build(section.When, problems, withStatus: true);
            if (order.Add(when, $"the one on line {section.Place.Line}") is { } reason)
                problems.Warn(
                    section.Place, $"this policy never counts, because {reason}; put the one with the narrower 'when' first");

            var steps = Steps(section);
            policies.Add(new EscalationPolicy(when ?? Condition.Always, steps, QuietHours(section.QuietHours, steps))
            {
                AllClear = section.AllClear?.Value ?? AllClearRule.Broken,
            });
        }

        return policies;
    }

    private List<EscalationStep> Steps(EscalationSection section)
    {
        if (section.Steps is { IsEmpty: true } none) problems.Error(none.Place, "nobody would be told; write at least one step");

        var steps = new List<EscalationStep>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var step in section.Steps?.Values ?? [])
        {
            var notify = Notify(step);
            if (step.At is not { } at || moments.Build(at) is not { } moment) continue;
            if (!seen.TryAdd(moment.Name, at.Place.Line))
                problems.Error(
                    at.Place,
                    $"there is a step at {moment.Name} already on line {seen[moment.Name]}; tell everybody in one step");
            steps.Add(new EscalationStep(moment, notify, step.UnlessAcknowledged?.Value ?? true));
        }

        return steps;
    }

    private IReadOnlyList<string> Notify(StepSection step)
    {
        if (step.Notify is { IsEmpty: true } none) problems.Error(none.Place, "nobody would be told; write assignee, group or a contact");
        foreach (var name in step.Notify?.Values ?? [])
        {
            if (name.Value.Value is not (Recipient.Assignee or Recipient.Group)) contacts.Find(name, Recipient.Assignee, Recipient.Group);
        }

        return [.. (step.Notify?.Values ?? []).Select(name => name.Value.Value).Distinct(StringComparer.Ordinal)];
    }

    private QuietHours? QuietHours(QuietHoursSection? section, List<EscalationStep> steps)
    {
        if (section is null) return null;

        var except = new List<string>();
        foreach (var written in section.Except?.Values ?? [])
        {
            if (moments.Build(written) is not { } moment) continue;
            except.Add(moment.Name);
            var known = steps.Select(step => step.At.Name).Distinct(StringComparer.Ordinal).ToArray();
            if (!known.Contains(moment.Name, StringComparer.Ordinal))
                problems.Error(
                    written.Place,
                    $"no step of this policy stands at {moment.Name}; there {(known.Length == 1 ? "is" : "are")} {Sentences.And(known)}");
        }

        return calendars.Find(section.Calendar) is { } calendar ? new QuietHours(calendar.Calendar, except) : null;
    }
}
