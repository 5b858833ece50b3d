using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Mails.Board;

/// <summary>A rotation as the page shows it that says who is on call.</summary>
/// <param name="Agreement">The agreement in force.</param>
/// <param name="Contact">Its contact with the rotation.</param>
/// <param name="Shifts">The shift that goes on, and those that come.</param>
/// <param name="CalendarUrl">The whole address of its calendar, for a program to subscribe to.</param>
/// <param name="ChangeOf">Which change made somebody stand in, where it can be taken back.</param>
public sealed record ShownRotation(
    Agreement Agreement, Contact Contact, IReadOnlyList<RotationShift> Shifts, string CalendarUrl,
    Func<RotationOverride, string?> ChangeOf)
{
    /// <summary>The links by which people swap their own shifts: each person's address, and theirs.</summary>
    public IReadOnlyList<(string Member, string Url)> SwapLinks { get; init; } = [];
}
