using NodaTime;
using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>A book whose rotations have the turns of their calendars.</summary>
/// <param name="Of">The book as the files have it.</param>
/// <param name="Book">The same with turns.</param>
/// <param name="Version">The state of the calendars that the turns are from.</param>
/// <param name="Serves">How long the turns reach far enough.</param>
/// <param name="Troubles">What was found wrong with them.</param>
internal sealed record FilledBook(AgreementBook Of, AgreementBook Book, int Version, Interval Serves, IReadOnlyList<string> Troubles);
