using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>Whose turn it is when, stand-ins aside.</summary>
public abstract record Turns
{
    /// <summary>Everybody who may have a turn.</summary>
    public abstract IReadOnlyList<string> Members { get; }

    /// <summary>After how many handovers whoever has not had a turn never will; <c>null</c> where the handovers come to an end.</summary>
    internal abstract int? HandoversInARound { get; }

    /// <summary>Whose turn it is.</summary>
    /// <param name="instant">The moment.</param>
    /// <param name="zone">The agreement's zone, in which wall times are meant.</param>
    /// <returns>An address, or <c>null</c> where it is nobody's.</returns>
    public abstract string? At(Instant instant, DateTimeZone zone);

    /// <summary>The first moment after an instant at which a turn begins or ends.</summary>
    /// <returns>The moment, or <c>null</c> where none is known.</returns>
    internal abstract Instant? HandoverAfter(Instant instant, DateTimeZone zone);
}
