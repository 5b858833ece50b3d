using SlaMonitor.Core.Agreements;
using SlaMonitor.Monitoring.Agreements.Format;
using SlaMonitor.Monitoring.Agreements.Syntax;

namespace SlaMonitor.Monitoring.Agreements.Building;

/// <summary>Builds the contacts of an agreement.</summary>
internal sealed class ContactBuilder(Problems problems, RotationBuilder rotations)
{
    private static readonly string[] Reserved = [Recipient.Assignee, Recipient.Group];

    public References<Contact> Build(Entries<Name, ContactSection>? contacts)
    {
        var built = new References<Contact>("contact", problems);
        foreach (var (name, section) in contacts?.Values ?? [])
        {
            if (Reserved.Contains(name.Value.Value, StringComparer.Ordinal))
                problems.Error(name.Place, $"'{name.Value}' means the ticket's own {name.Value} in steps; call the contact something else");
            built.Add(name.Value.Value, section is null ? null : Build(name, section));
        }

        return built;
    }

    private Contact? Build(Located<Name> name, ContactSection section)
    {
        // Both conditions of being a person, or a rotation, ask for what was written and not for what could be read: mistakes in it are reported already.
        var isPerson = section.KeyPlaces.ContainsKey("email");
        var isRotation = section.KeyPlaces.ContainsKey("rotation") || section.KeyPlaces.ContainsKey("members");
        if (isPerson == isRotation)
        {
            problems.Error(name.Place, isPerson
                ? $"'{name.Value}' is both a person and a rotation; give it either an email or a rotation with members"
                : $"'{name.Value}' cannot be told anything; give it an email, or a rotation with members");
            return null;
        }

        var rotation = isRotation ? rotations.Build(section) : null;
        return isRotation ? rotation is null ? null : ToContact(name, section, rotation) : section.Email is null ? null : ToContact(name, section, null);
    }

    private static Contact ToContact(Located<Name> name, ContactSection section, Rotation? rotation) => new()
    {
        Id = name.Value.Value,
        KnownAs = [.. (section.KnownAs?.Values ?? []).Select(other => other.Value)],
        Email = section.Email?.Value.Value,
        Rotation = rotation,
        Language = section.Language?.Value.Value,
        TimeZone = section.TimeZone?.Value,
    };
}
