using NodaTime;
using SlaMonitor.Core.Addresses;

namespace SlaMonitor.Core.Agreements;

/// <summary>
/// Somebody, or a turn of somebodies, who can be told. Either <see cref="Email"/> or <see cref="Rotation"/> is given, or
/// <see cref="Channels"/> alone.
/// </summary>
public sealed record Contact
{
    /// <summary>The name that escalation steps use, and that an assignee or group of the helpdesk is looked up by.</summary>
    public required string Id { get; init; }

    /// <summary>Names under which the helpdesk knows the contact: the agent or group as its events write it.</summary>
    public IReadOnlyList<string> KnownAs { get; init; } = [];

    /// <summary>The address, for a single person.</summary>
    public string? Email { get; init; }

    /// <summary>Whose turn it is, for an on-call rotation.</summary>
    public Rotation? Rotation { get; init; }

    /// <summary>The channels by which the contact is told, beside mail or instead of it.</summary>
    public IReadOnlyList<ChannelAddress> Channels { get; init; } = [];

    /// <summary>Whether the contact is told by mail.</summary>
    /// <value>True by default.</value>
    public bool IsMailed { get; init; } = true;

    /// <summary>The language that this contact reads, as a BCP 47 tag; the agreement's where not given.</summary>
    public string? Language { get; init; }

    /// <summary>The zone that due times are shown in; the agreement's where not given.</summary>
    public DateTimeZone? TimeZone { get; init; }

    /// <summary>How the contact's mails are grouped over time; as the agreement says where not given.</summary>
    public Grouping? Grouping { get; init; }

    /// <summary>
    /// When mail to the contact waits; <c>null</c> for never. It does not hold for on-call duty: a contact with a rotation has none.
    /// </summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>
    /// Whether a name that the helpdesk gives (of an agent, of a group) means this contact: its id, one of its other names, or its address.
    /// </summary>
    /// <param name="name">The name; compared without regard to case.</param>
    public bool IsMeantBy(string name) =>
        KnownAs.Append(Id).Append(Email).Contains(name, StringComparer.OrdinalIgnoreCase);
}
