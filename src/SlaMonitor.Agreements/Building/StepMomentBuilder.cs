using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the moments at which steps stand.</summary>
/// <param name="problems">Where mistakes are reported.</param>
/// <param name="targetCalendars">
/// The calendars of all targets: a step serves every clock, so <c>due + 1d</c> needs a day that is the same in all.
/// </param>
internal sealed class StepMomentBuilder(Problems problems, IReadOnlyList<BuiltCalendar> targetCalendars)
{
    public StepMoment? Build(Located<StepText> at)
    {
        if (at.Value.Percent is { } percent) return new StepMoment.ShareOfBudget(percent);
        if (at.Value.AfterDue is not { } offset) return new StepMoment.Due();
        if (at.Value.IsElapsed) return new StepMoment.ElapsedAfterDue(offset.Elapsed);
        if (offset.Days == 0) return new StepMoment.AfterDue(BusinessDuration.FromSeconds(offset.Seconds));

        var lengths = targetCalendars.Select(calendar => calendar.DayLength).Distinct().ToArray();
        if (lengths is [{ } day]) return new StepMoment.AfterDue(BusinessDuration.FromSeconds(offset.TotalSeconds(day.TotalSeconds)));

        var days = targetCalendars
            .Select(calendar => $"{calendar.Calendar.Id} ({(calendar.DayLength is { } length ? length.ToString() : "days differ")})")
            .Distinct(StringComparer.Ordinal);
        problems.Error(at.Place, $"a day is not the same for all targets: {Sentences.And(days)}; write hours");
        return null;
    }
}
