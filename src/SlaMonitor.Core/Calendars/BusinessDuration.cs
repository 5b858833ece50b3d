using System.Globalization;
using NodaTime;

namespace SlaMonitor.Core.Calendars;

/// <summary>
/// An amount of business time: time during which a calendar is open. It is a type of its own because eight business hours and eight hours
/// on the wall clock must never be mistaken for each other.
/// </summary>
/// <remarks>
/// Held in ticks of 100 ns, so every sum and difference is exact. It may be negative: what remains of a broken promise is.
/// </remarks>
public readonly record struct BusinessDuration : IComparable<BusinessDuration>
{
    private const long TicksPerSecond = NodaConstants.TicksPerSecond;
    private const long TicksPerMinute = NodaConstants.TicksPerMinute;
    private const long TicksPerHour = NodaConstants.TicksPerHour;

    private BusinessDuration(long ticks) => Ticks = ticks;

    /// <summary>No business time at all.</summary>
    public static BusinessDuration Zero => default;

    /// <summary>The amount in ticks of 100 ns.</summary>
    public long Ticks { get; }

    /// <summary>The amount in whole seconds, rounded down (towards the past for negative amounts).</summary>
    public long TotalSeconds => (Ticks / TicksPerSecond) - (Ticks % TicksPerSecond < 0 ? 1 : 0);

    /// <summary>Makes an amount from ticks of 100 ns.</summary>
    public static BusinessDuration FromTicks(long ticks) => new(ticks);

    /// <summary>Makes an amount from seconds.</summary>
    /// <exception cref="OverflowException">The amount does not fit (about 29,000 years).</exception>
    public static BusinessDuration FromSeconds(long seconds) => new(checked(seconds * TicksPerSecond));

    /// <summary>Makes an amount from minutes.</summary>
    /// <exception cref="OverflowException">The amount does not fit (about 29,000 years).</exception>
    public static BusinessDuration FromMinutes(long minutes) => new(checked(minutes * TicksPerMinute));

    /// <summary>Makes an amount from hours of business time.</summary>
    /// <exception cref="OverflowException">The amount does not fit (about 29,000 years).</exception>
    public static BusinessDuration FromHours(long hours) => new(checked(hours * TicksPerHour));

    /// <summary>Adds two amounts.</summary>
    public static BusinessDuration operator +(BusinessDuration left, BusinessDuration right) => new(checked(left.Ticks + right.Ticks));

    /// <summary>Takes one amount from another; the result may be negative.</summary>
    public static BusinessDuration operator -(BusinessDuration left, BusinessDuration right) => new(checked(left.Ticks - right.Ticks));

    /// <summary>Turns the sign.</summary>
    public static BusinessDuration operator -(BusinessDuration value) => new(checked(-value.Ticks));

    /// <summary>Multiplies an amount.</summary>
    public static BusinessDuration operator *(BusinessDuration value, int factor) => new(checked(value.Ticks * factor));

    /// <summary>Whether the left amount is the shorter one.</summary>
    public static bool operator <(BusinessDuration left, BusinessDuration right) => left.Ticks < right.Ticks;

    /// <summary>Whether the left amount is the longer one.</summary>
    public static bool operator >(BusinessDuration left, BusinessDuration right) => left.Ticks > right.Ticks;

    /// <summary>Whether the left amount is not the longer one.</summary>
    public static bool operator <=(BusinessDuration left, BusinessDuration right) => left.Ticks <= right.Ticks;

    /// <summary>Whether the left amount is not the shorter one.</summary>
    public static bool operator >=(BusinessDuration left, BusinessDuration right) => left.Ticks >= right.Ticks;

    /// <summary>
    /// A share of the amount: <c>Share(80)</c> is where an 80 % escalation step stands. Integer arithmetic, rounded
    /// towards zero to the tick.
    /// </summary>
    /// <param name="percent">The share in percent; more than 100 is allowed.</param>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public BusinessDuration Share(int percent) => new(checked((long)((Int128)Ticks * percent / 100)));

    /// <inheritdoc/>
    public int CompareTo(BusinessDuration other) => Ticks.CompareTo(other.Ticks);

    /// <summary>The amount in hours, minutes and seconds, leaving out what is zero: <c>7h 30m</c>, <c>1m 0.5s</c>, <c>0m</c>.</summary>
    public override string ToString()
    {
        if (Ticks == 0)
            return "0m";

        var ticks = Ticks < 0 ? (ulong)-(Int128)Ticks : (ulong)Ticks;
        var (hours, minutes) = (ticks / TicksPerHour, ticks / TicksPerMinute % 60);
        var seconds = ticks % TicksPerMinute / (decimal)TicksPerSecond;
        string?[] parts =
        [
            hours > 0 ? $"{hours}h" : null,
            minutes > 0 ? $"{minutes}m" : null,
            seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#######}s") : null,
        ];
        return (Ticks < 0 ? "-" : "") + string.Join(' ', parts.Where(part => part is not null));
    }
}
