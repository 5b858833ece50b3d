using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>A change of a rotation, made while the monitor runs: somebody stands in for a stretch.</summary>
/// <param name="Id">Tells it from others.</param>
/// <param name="Agreement">The agreement.</param>
/// <param name="Contact">The rotation's contact.</param>
/// <param name="Member">The address of who stands in.</param>
/// <param name="From">From when on (inclusive).</param>
/// <param name="Until">Until when (exclusive).</param>
/// <param name="By">Who made the change.</param>
/// <param name="At">When.</param>
public sealed record ShiftAmendment(
    string Id, string Agreement, string Contact, string Member, Instant From, Instant Until, string By, Instant At)
{
    /// <summary>A change, with an id of its own.</summary>
    public static ShiftAmendment Of(string agreement, string contact, string member, Instant from, Instant until, string by, Instant at)
    {
        var parts = string.Join(
            '\n', agreement, contact, member, from.ToUnixTimeTicks(), until.ToUnixTimeTicks(), by, at.ToUnixTimeTicks());
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..24];
        return new ShiftAmendment(id, agreement, contact, member, from, until, by, at);
    }

    /// <summary>As the rotation has it.</summary>
    internal RotationOverride AsOverride => new(new Interval(From, Until), Member) { ChangedBy = By, ChangedAt = At };
}
