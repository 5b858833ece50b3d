using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>
/// Who may send a notification, and which result of it stays. Every ledger reads the row, asks this rule and writes, such that nobody else
/// can change the row in between.
/// </summary>
public static class ClaimRule
{
    /// <summary>Refuses a claim that a ledger could not store under its keys.</summary>
    /// <exception cref="ArgumentException">A key is empty or too long, or has characters that a store does not take.</exception>
    public static void ThrowIfWrong(NotificationClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        StoredKey.ThrowIfWrong(claim.TicketId);
        StoredKey.ThrowIfWrong(claim.NotificationId);
        StoredKey.ThrowIfWrong(claim.Holder);
    }

    /// <summary>Refuses a result that says no more than that somebody claimed it.</summary>
    /// <exception cref="ArgumentException">The state is <see cref="NotificationState.Claimed"/>.</exception>
    public static void ThrowIfWrong(NotificationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.State == NotificationState.Claimed)
            throw new ArgumentException($"'{StoredName.Of(result.State)}' is not what became of a notification.", nameof(result));
    }

    /// <summary>
    /// The state that a store holds under this name. One that only a newer version knows counts as claimed: the notification is sent again
    /// when the claim has become stale, twice rather than never.
    /// </summary>
    public static NotificationState StateOf(string? stored) => StoredName.Find<NotificationState>(stored) ?? NotificationState.Claimed;

    /// <summary>
    /// What a claim comes to. When it is granted, the row of the claim replaces the one that is there, its result included.
    /// </summary>
    /// <param name="known">The row that is there; none when nobody has ever claimed the notification.</param>
    /// <param name="claim">The wish to send it.</param>
    public static ClaimDecision Decide(ClaimedNotification? known, NotificationClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return known switch
        {
            null or { State: NotificationState.Failed } => new(ClaimOutcome.Claimed, TakenFrom: null),
            { State: NotificationState.Undelivered } when claim.IsResent => new(ClaimOutcome.Claimed, TakenFrom: null),
            { State: NotificationState.Sent or NotificationState.Undelivered } => new(ClaimOutcome.AlreadySent, TakenFrom: null),
            _ when known.Holder == claim.Holder || known.Holder == claim.Predecessor => new(ClaimOutcome.Claimed, TakenFrom: null),
            _ when claim.StaleAfter is null => new(ClaimOutcome.ClaimedByAnother, TakenFrom: null),
            { IsLeft: true } => new(ClaimOutcome.Claimed, TakenFrom: null),
            _ when IsYoung(known, claim.At, claim.StaleAfter.Value) => new(ClaimOutcome.ClaimedByAnother, TakenFrom: null),
            _ => new(ClaimOutcome.Claimed, TakenFrom: known.Holder),
        };
    }

    /// <summary>
    /// Whether a claim may still be recorded by whoever has it. One from a later time was made by a clock that has been set back.
    /// </summary>
    /// <param name="known">The claim.</param>
    /// <param name="now">The present, on the monitor's clock.</param>
    /// <param name="staleAfter">How old it may be, or how far ahead of the present.</param>
    public static bool IsYoung(ClaimedNotification known, Instant now, Duration staleAfter)
    {
        ArgumentNullException.ThrowIfNull(known);
        var age = now - known.ClaimedAt;
        return age <= staleAfter && age >= -staleAfter;
    }

    /// <summary>
    /// Whether a result replaces what is recorded. What was sent stays sent: the refusal of a holder whose claim was taken over comes too
    /// late to change that. Only the word that it never arrived replaces it, and nothing replaces that.
    /// </summary>
    public static bool Replaces(NotificationState known, NotificationState result) => known switch
    {
        NotificationState.Undelivered => false,
        NotificationState.Sent => result == NotificationState.Undelivered,
        _ => true,
    };
}
