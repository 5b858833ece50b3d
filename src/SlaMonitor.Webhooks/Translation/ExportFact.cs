using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>What an item of an export states: one or a few events, or what is wrong with it.</summary>
/// <param name="Events">The events; none where there are problems.</param>
/// <param name="Problems">Why it cannot be taken.</param>
public sealed record ExportFact(IReadOnlyList<TicketEvent> Events, IReadOnlyList<EventProblem> Problems);
