using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>Somebody, or a turn of somebodies, who can be told. Either <see cref="Email"/> or <see cref="Rotation"/> is given.</summary>
public sealed record Contact
{
    /// <summary>The name that escalation steps use, and that an assignee or group of the helpdesk is looked up by.</summary>
    public required string Id { get; init; }

    /// <summary>The address, for a single person.</summary>
    public string? Email { get; init; }

    /// <summary>Whose turn it is, for an on-call rotation.</summary>
    public Rotation? Rotation { get; init; }

    /// <summary>The language that this contact reads, as a BCP 47 tag; the agreement's where not given.</summary>
    public string? Language { get; init; }

    /// <summary>The zone that due times are shown in; the agreement's where not given.</summary>
    public DateTimeZone? TimeZone { get; init; }
}
