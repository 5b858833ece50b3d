using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>Who is on call when: whoever's turn it is, unless somebody stands in.</summary>
/// <param name="Turns">Whose turn it is.</param>
public sealed record Rotation(Turns Turns)
{
    /// <summary>Who stands in for whom.</summary>
    public IReadOnlyList<RotationOverride> Overrides { get; init; } = [];

    /// <summary>
    /// The calendar that <see cref="Turns"/> come from: a file's path or an https address. <c>null</c> where the agreement
    /// itself says whose turn it is.
    /// </summary>
    public string? Feed { get; init; }

    /// <summary>Who is on call. Where the agreement itself says whose turn it is, there is always somebody.</summary>
    /// <param name="instant">The moment.</param>
    /// <param name="zone">The agreement's zone, in which handovers are wall times.</param>
    /// <returns>An address, or <c>null</c> where nobody is.</returns>
    public string? OnCallAt(Instant instant, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Overrides.LastOrDefault(o => o.Span.Contains(instant))?.Member ?? Turns.At(instant, zone);
    }

    /// <summary>
    /// Who is on call next, and from when: the first after an instant who is not on call then. Stretches without anybody are passed over.
    /// </summary>
    /// <returns>The turn, or <c>null</c> where nobody else is known to come.</returns>
    public RotationTurn? NextAfter(Instant instant, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);

        var present = OnCallAt(instant, zone);
        var changes = new Queue<Instant>(
            Overrides.SelectMany(o => new[] { o.Span.Start, o.Span.End }).Where(at => at > instant).Distinct().Order());

        // Once around without any stand-in: whoever has not come by then never does.
        var handover = Turns.HandoverAfter(instant, zone);
        for (var quiet = 0; Turns.HandoversInARound is not { } round || quiet <= round;)
        {
            Instant at;
            if (changes.TryPeek(out var change) && (handover is null || change <= handover))
            {
                at = changes.Dequeue();
                quiet = 0;
            }
            else if (handover is { } turn)
            {
                at = turn;
                handover = Turns.HandoverAfter(turn, zone);
                quiet = changes.Count > 0 ? 0 : quiet + 1;
            }
            else
            {
                return null;
            }

            if (OnCallAt(at, zone) is { } member && !string.Equals(member, present, StringComparison.OrdinalIgnoreCase))
                return new RotationTurn(member, at);
        }

        return null;
    }

    /// <summary>The first moment after an instant from which on nobody is on call, though somebody was until then.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="until">How far to look.</param>
    /// <param name="zone">The agreement's zone, in which handovers are wall times.</param>
    /// <returns>The moment, or <c>null</c> where there is none until then, or nobody can tell.</returns>
    public Instant? NextGap(Instant instant, Instant until, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (Turns.HandoversInARound is not null) return null; // it is always somebody's turn

        var isCovered = OnCallAt(instant, zone) is not null;
        for (var at = ChangeAfter(instant, zone); at <= until; at = ChangeAfter(at.Value, zone))
        {
            var wasCovered = isCovered;
            isCovered = OnCallAt(at.Value, zone) is not null;
            if (wasCovered && !isCovered) return at;
        }

        return null;
    }

    /// <summary>The first moment after an instant at which somebody's turn, or standing in, begins or ends.</summary>
    internal Instant? ChangeAfter(Instant instant, DateTimeZone zone) => Overrides
        .SelectMany(o => new Instant?[] { o.Span.Start, o.Span.End })
        .Append(Turns.HandoverAfter(instant, zone))
        .Where(at => at > instant)
        .Min();

    /// <summary>Whether somebody is, or may come to be, on call.</summary>
    /// <param name="address">Their address; compared without regard to case.</param>
    public bool Includes(string address) =>
        Turns.Members.Concat(Overrides.Select(o => o.Member)).Contains(address, StringComparer.OrdinalIgnoreCase);
}
