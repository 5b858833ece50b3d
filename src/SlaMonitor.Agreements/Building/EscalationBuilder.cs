using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the escalation policies of an agreement.</summary>
internal sealed class EscalationBuilder(
    Problems problems, StepBuilder stepBuilder, QuietHoursBuilder quietHours, DateTimeZone zone, Condition? governs)
{
    public IReadOnlyList<EscalationPolicy> Build(Items<EscalationSection>? sections)
    {
        var order = new FirstMatch(governs);
        var policies = new List<EscalationPolicy>();
        foreach (var section in sections?.Values ?? [])
        {
            var when = ConditionBuilder.Build(section.When, problems, withStatus: true);
            if (order.Add(when, $"the one on line {section.Place.Line}") is { } reason)
                problems.Warn(section.Place, $"this policy never counts, because {reason}");

            var steps = stepBuilder.Build(section, when);
            var quiet = quietHours.Build(section.QuietHours, zone);
            quietHours.CheckExceptions(
                section.QuietHours, "of this policy", [.. steps.Select(step => step.At.Name).Distinct(StringComparer.Ordinal)]);
            if (quiet is not null) CheckNeverTold(section, steps, quiet);
            policies.Add(new EscalationPolicy(when ?? Condition.Always, steps, quiet)
            {
                AllClear = section.AllClear?.Value ?? AllClearRule.Broken,
            });
        }

        return policies;
    }

    /// <summary>A step outside of a calendar, which the quiet hours put off until that opens, would never be told.</summary>
    private void CheckNeverTold(EscalationSection section, List<EscalationStep> steps, QuietHours quiet)
    {
        foreach (var step in steps.Where(step => step.Outside?.Id == quiet.Calendar.Id && quiet.Delay(step.At.Name)))
        {
            problems.Error(
                section.PlaceOf("quietHours"),
                $"the step at {step.At.Name} is for the time outside of '{quiet.Calendar.Id}', and these hours hold it back until that "
                + $"opens; write except: [{step.At.Name}] here");
        }
    }
}
