using SlaMonitor.Mails.Composition;

namespace SlaMonitor.Mails.Pages;

/// <summary>One promise on the acknowledge page, in words.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Headline">How the promise stands.</param>
/// <param name="Due">When it is or was due; <c>null</c> while a pause leaves that open.</param>
/// <param name="Note">Who has it, where somebody else has.</param>
public sealed record ShownPromise(ShownTicket Ticket, string Headline, string? Due, string? Note);
