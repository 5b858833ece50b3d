using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Addresses;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the contacts of an agreement.</summary>
internal sealed class ContactBuilder(Problems problems, RotationBuilder rotations, QuietHoursBuilder quietHours, DateTimeZone zone)
{
    private static readonly string[] RotationKeys = ["rotation", "members", "feed"];

    private static readonly string[] Reserved = [Recipient.Assignee, Recipient.Group];

    public References<Contact> Build(AgreementSection agreement)
    {
        var built = new References<Contact>(
            "contact", agreement.Contacts is not null || !agreement.KeyPlaces.ContainsKey("contacts"), problems,
            agreement.Removes?.Contacts);
        foreach (var (name, section) in agreement.Contacts?.Values ?? [])
        {
            if (Reserved.Contains(name.Value.Value, StringComparer.Ordinal))
                problems.Error(name.Place, $"'{name.Value}' means the ticket's own {name.Value} in steps; call the contact something else");
            built.Add(name.Value.Value, section is null ? null : Build(name, section));
        }

        return built;
    }

    private Contact? Build(Located<Name> name, ContactSection section)
    {
        // Asks for what was written and not for what could be read: mistakes in that are reported already.
        var isPerson = section.KeyPlaces.ContainsKey("email");
        var isRotation = RotationKeys.Any(section.KeyPlaces.ContainsKey);
        var isChannel = section.Via is not null && section.Via.Values.Any(via => !via.IsShorthand);
        if (isPerson ? isRotation : !isRotation && !isChannel)
        {
            problems.Error(name.Place, isPerson
                ? $"'{name.Value}' is both a person and a rotation; give it either an email, or a rotation with members or a feed"
                : $"'{name.Value}' cannot be told anything; give it an email, a rotation with members or a feed, or via: with a channel");
            return null;
        }

        if (!isPerson && !isRotation && section.Via!.Values.FirstOrDefault(via => via.IsShorthand) is { } byMail)
        {
            problems.Error(
                byMail.Place, $"'{name.Value}' has no address that mail could go to; give it an email, or leave email out of via");
        }

        if (section.Via is { IsEmpty: true } nothing)
            problems.Error(nothing.Place, $"via names no way to tell '{name.Value}'; write email or a channel into it, or leave it out");

        if (isRotation && section.QuietHours is { } quiet)
            problems.Error(quiet.Place, "whoever is on call is told at any hour; write quietHours with a person, or with the policy");

        var rotation = isRotation ? rotations.Build(section) : null;
        return rotation is not null || section.Email is not null || (isChannel && !isPerson && !isRotation)
            ? ToContact(name, section, rotation)
            : null;
    }

    private Contact ToContact(Located<Name> name, ContactSection section, Rotation? rotation) => new()
    {
        Id = name.Value.Value,
        KnownAs = [.. (section.KnownAs?.Values ?? []).Select(other => other.Value)],
        Email = section.Email?.Value.Value,
        Channels = [.. (section.Via?.Values ?? []).SelectMany(ChannelsOf).Distinct()],
        IsMailed = section.Via is not { } via || via.Values.Any(one => one.IsShorthand),
        Rotation = rotation,
        Language = section.Language?.Value.Value,
        TimeZone = section.TimeZone?.Value,
        Grouping = GroupingBuilder.Build(section.Grouping),
        QuietHours = quietHours.Build(section.QuietHours, section.TimeZone?.Value ?? zone),
    };

    private IEnumerable<ChannelAddress> ChannelsOf(ViaSection via)
    {
        if (via.IsShorthand) yield break;

        var named = via.Channels.Where(one => one.Name is not null).ToList();
        if (named.Count != 1 && via.KeyPlaces.Count != 1)
            problems.Error(via.Place, "each way to tell names one channel; write them as a list: [slack: ops, pagerduty: desk]");
        foreach (var (kind, channel) in named) yield return new ChannelAddress(kind, channel!.Value.Value);
    }
}
