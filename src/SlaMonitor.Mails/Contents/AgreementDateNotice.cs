using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Mails.Contents;

/// <summary>One of an agreement's own dates, as a mail tells of it.</summary>
/// <param name="Agreement">The agreement's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Which date it is.</param>
/// <param name="On">The day, in the agreement's zone.</param>
/// <param name="Of">The list of holidays, or the contact whose turns end; <c>null</c> for the others.</param>
/// <param name="At">The moment, where it is one and not a day.</param>
public sealed record AgreementDateNotice(string Agreement, string Title, AgreementDateKind Kind, LocalDate On, string? Of, Instant? At);
