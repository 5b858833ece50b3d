using NodaTime;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Core.Agreements;

/// <summary>A moment in the life of a clock. <see cref="Name"/> identifies the step that stands there.</summary>
public abstract record StepMoment
{
    private StepMoment()
    {
    }

    /// <summary>The moment as the agreement writes it: <c>50%</c>, <c>due</c>, <c>due + 4h</c>, <c>due + 15m elapsed</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a step of this name comes while the promise can still be kept: at a share of the budget.</summary>
    /// <param name="name">A <see cref="StepName"/>. The agreement may have no such step any more.</param>
    public static bool IsWarning(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return StepName.Parse(name).Moment.EndsWith(ShareOfBudget.Sign);
    }

    /// <summary>A share of the budget has run, between 1 and 99 percent.</summary>
    /// <param name="Percent">The share in percent.</param>
    public sealed record ShareOfBudget(int Percent) : StepMoment
    {
        /// <inheritdoc />
        public override string Name => $"{Percent}{Sign}";

        internal const char Sign = '%';
    }

    /// <summary>The promise is due: whatever has not been kept by now is broken.</summary>
    public sealed record Due : StepMoment
    {
        /// <inheritdoc />
        public override string Name => "due";
    }

    /// <summary>Open time of the target's calendar has run on the clock after it was due; pauses do not count.</summary>
    /// <param name="Offset">How much.</param>
    public sealed record AfterDue(BusinessDuration Offset) : StepMoment
    {
        /// <inheritdoc />
        public override string Name => $"due + {Offset}";
    }

    /// <summary>Real time has passed since the clock was due, day and night.</summary>
    /// <param name="Offset">How much.</param>
    public sealed record ElapsedAfterDue(Duration Offset) : StepMoment
    {
        /// <inheritdoc />
        public override string Name => $"due + {BusinessDuration.FromTicks(Offset.BclCompatibleTicks)} elapsed";
    }
}
