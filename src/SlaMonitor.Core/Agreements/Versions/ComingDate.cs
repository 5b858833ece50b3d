using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Core.Agreements.Versions;

/// <summary>One of an agreement's own dates, of which its contacts are told before.</summary>
/// <param name="Agreement">The version in force.</param>
/// <param name="Kind">Which date it is.</param>
/// <param name="On">The day, in the agreement's zone.</param>
/// <param name="Of">The list of holidays, or the contact whose turns end; <c>null</c> for the others.</param>
/// <param name="At">The moment, where it is one and not a day.</param>
public sealed record ComingDate(Agreement Agreement, AgreementDateKind Kind, LocalDate On, string? Of = null, Instant? At = null)
{
    /// <summary>
    /// Identifies the date within its agreement: <c>TermEnds 2026-12-31</c>. A date that is moved is another, of which people are told
    /// anew.
    /// </summary>
    public string Name => Of is null ? $"{Kind} {When}" : $"{Kind} {When} {Of}";

    private string When => At is { } at ? InstantPattern.General.Format(at) : LocalDatePattern.Iso.Format(On);
}
