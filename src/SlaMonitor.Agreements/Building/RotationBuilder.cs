using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds on-call rotations.</summary>
/// <param name="problems">Where mistakes are reported.</param>
/// <param name="people">The contacts that have an address; members may be named by them.</param>
/// <param name="zone">The agreement's zone, for the wall times of overrides.</param>
/// <param name="firstTurn">From when turns are counted where a rotation does not say.</param>
internal sealed class RotationBuilder(
    Problems problems, IReadOnlyDictionary<string, string?> people, DateTimeZone zone, LocalDate firstTurn)
{
    private static readonly string[] TurnKeys = ["rotation", "handover", "firstTurn", "members"];

    /// <summary>
    /// The contacts that are people, with their addresses; <c>null</c> where the address is wrong, which is reported already.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> People(Entries<Name, ContactSection>? contacts) =>
        (contacts?.Values ?? [])
            .Where(entry => entry.Value is null || entry.Value.KeyPlaces.ContainsKey("email"))
            .ToDictionary(entry => entry.Key.Value.Value, entry => entry.Value?.Email?.Value.Value, StringComparer.Ordinal);

    public Rotation? Build(ContactSection section)
    {
        if (section.KeyPlaces.ContainsKey("feed")) return Fed(section);

        var members = Members(section);
        var overrides = Overrides(section);
        if (section.Rotation is not { } period)
        {
            if (!section.KeyPlaces.ContainsKey("rotation"))
                problems.Error(section.Place, "how long is a turn? write rotation: weekly or rotation: daily");
            return null;
        }

        return Handover(section, period.Value) is { } handover && members.Count > 0
            ? new Rotation(new RepeatingTurns(
                period.Value, handover.Day ?? IsoDayOfWeek.Monday, handover.Time, section.FirstTurn?.Value ?? firstTurn, members))
            {
                Overrides = overrides,
            }
            : null;
    }

    /// <summary>A rotation by a calendar. It is read elsewhere, again and again; until then it is nobody's turn.</summary>
    private Rotation? Fed(ContactSection section)
    {
        foreach (var key in TurnKeys.Where(section.KeyPlaces.ContainsKey))
            problems.Error(section.PlaceOf(key), $"'{key}' says whose turn it is, and so does the feed; write one of them");

        var overrides = Overrides(section);
        return section.Feed is { } feed
            ? new Rotation(DatedTurns.None) { Feed = feed.Value.Source(feed.Place.File), Overrides = overrides }
            : null;
    }

    private RotationOverride[] Overrides(ContactSection section) =>
        [.. (section.Overrides?.Values ?? []).Select(Override).OfType<RotationOverride>()];

    private HandoverText? Handover(ContactSection section, RotationPeriod period)
    {
        if (section.Handover is not { } handover)
        {
            if (!section.KeyPlaces.ContainsKey("handover"))
                problems.Error(
                    section.Place,
                    "when does the next one take over? write handover: "
                    + $"{(period == RotationPeriod.Weekly ? "\"mon 09:00\"" : "\"09:00\"")}");
            return null;
        }

        if (period == RotationPeriod.Weekly == handover.Value.Day is not null) return handover.Value;
        problems.Error(handover.Place, period == RotationPeriod.Weekly
            ? "a weekly handover needs its day, as in mon 09:00"
            : "a daily handover has no day; write the time alone, as in 09:00");
        return null;
    }

    private IReadOnlyList<string> Members(ContactSection section)
    {
        if (section.Members is { IsEmpty: false } members) return [.. members.Values.Select(Address).OfType<string>()];
        problems.Error(section.PlaceOf("members"), "nobody takes turns; write members: [first@example.com, second@example.com]");
        return [];
    }

    private RotationOverride? Override(OverrideSection section)
    {
        var address = section.Who is { } who ? Address(who) : null;
        if (section is not { From: { } from, To: { } to } || address is null) return null;
        var (start, end) = (from.Value.AsStart(zone), to.Value.AsEnd(zone));
        if (start < end) return new RotationOverride(new Interval(start, end), address);
        problems.Error(to.Place, "this is not after 'from'");
        return null;
    }

    private string? Address(Located<string> member)
    {
        if (people.TryGetValue(member.Value, out var address)) return address;
        if (EmailAddress.TryParse(member.Value) is { } own) return own.Value;
        problems.Error(
            member.Place,
            Sentences.Unknown("person", member.Value, people.Keys) + ", or write an address, as in name@example.com");
        return null;
    }
}
