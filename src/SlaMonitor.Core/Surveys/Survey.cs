using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Surveys;

/// <summary>
/// That the requester of a resolved ticket is to be asked how satisfied they are: once for a ticket, however often it comes back.
/// </summary>
/// <param name="Agreement">The agreement that governs the ticket, and asks for it.</param>
/// <param name="At">When they are asked.</param>
public sealed record Survey(Agreement Agreement, Instant At)
{
    /// <summary>How long after the resolution they are asked: by then it is known whether it holds.</summary>
    public static readonly Duration Delay = Duration.FromDays(1);

    /// <summary>How long after that they can still be asked: nobody is asked of what is long past.</summary>
    public static readonly Duration Patience = Duration.FromDays(7);

    /// <summary>What stands for the question among the steps of a ticket that have been fired.</summary>
    public static StepId Asked { get; } = new("survey/asked");

    /// <summary>The survey that is still to come of a ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="governing">The agreement that governs it, asked for where it matters.</param>
    /// <param name="fired">The steps that were fired, and <see cref="Asked"/> where the question was.</param>
    /// <param name="now">The present.</param>
    /// <param name="silentBefore">What was due before this is told to nobody.</param>
    /// <returns>
    /// The survey; <c>null</c> where the ticket is not resolved, was asked about or rated already, or nobody agreed on a survey.
    /// </returns>
    public static Survey? Pending(
        Ticket ticket, Func<Agreement?> governing, IReadOnlySet<StepId> fired, Instant now, Instant? silentBefore = null)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(governing);
        ArgumentNullException.ThrowIfNull(fired);

        if (ticket.ResolvedAt is not { } resolved || ticket.Ratings.Count > 0 || fired.Contains(Asked)) return null;

        var at = resolved + Delay;
        if (at + Patience < now || resolved < silentBefore) return null;
        return governing() is { Indicators.Satisfaction.SurveyEvery: not null } agreement ? new Survey(agreement, at) : null;
    }
}
