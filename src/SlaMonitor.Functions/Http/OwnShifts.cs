using SlaMonitor.Monitoring.Board;

namespace SlaMonitor.Functions.Http;

/// <summary>One person's shifts in a rotation, as the link that they were given names them.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Contact">The rotation's contact.</param>
/// <param name="Member">The person's address.</param>
/// <param name="Token">The link's token.</param>
internal sealed record OwnShifts(string Agreement, string Contact, string Member, string Token)
{
    private const char Between = '\n';

    /// <summary>The link to them.</summary>
    public static LastingLink LinkOf(string agreement, string contact, string member) =>
        new(LastingLink.Shifts, agreement, $"{contact}{Between}{member}");

    /// <summary>What a link names; <c>null</c> where that is nobody's shifts.</summary>
    public static OwnShifts? Of(LastingLink link, string token) =>
        link.Part.Split(Between) is [var contact, var member] ? new OwnShifts(link.Subject, contact, member, token) : null;

    /// <summary>Whether they are of this rotation.</summary>
    public bool IsOf(string agreement, string contact) => Agreement == agreement && Contact == contact;

    /// <summary>Whether an address is the person's.</summary>
    public bool Is(string? address) => string.Equals(address, Member, StringComparison.OrdinalIgnoreCase);
}
