using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Board;

/// <summary>Takes promises from the board, hands them over and gives them back; and lets the board show it at once.</summary>
public sealed class BoardTaking(PromiseTaking taking, PromiseHandOver handOver, OpenPromises open)
{
    /// <summary>Takes a promise that nobody has.</summary>
    /// <returns>Why that was not done, in the reader's language; <c>null</c> where it was.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<string?> TakeAsync(string ticket, ClockId clock, string by, string language, CancellationToken cancellationToken)
    {
        var promises = await taking.AnswerAsync(ticket, new HashSet<ClockId> { clock }, by, takes: true, cancellationToken);
        open.Forget();
        var promise = promises.Count == 0 ? null : promises[0];
        return promise is { JustTaken: true } || IsWith(promise, by) ? null : Reason(promise, language);
    }

    /// <summary>Hands over what somebody has, or gives it back.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="clock">The promise.</param>
    /// <param name="holder">Who has it, as the page showed it.</param>
    /// <param name="to">Who is to have it; <c>null</c> to give it back.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <inheritdoc cref="TakeAsync"/>
    public async Task<string?> PassAsync(
        string ticket, ClockId clock, string holder, string? to, string by, string language, CancellationToken cancellationToken)
    {
        var answer = await handOver.ChangeAsync(ticket, clock, holder, to, by, cancellationToken);
        open.Forget();
        return answer is { IsDone: true } ? null : Reason(answer?.Promise, language);
    }

    private static bool IsWith(PagePromise? promise, string by) =>
        promise is { State: AcknowledgeState.Taken } && string.Equals(promise.By, by, StringComparison.OrdinalIgnoreCase);

    private static string Reason(PagePromise? promise, string language)
    {
        var wording = Wording.For(language);
        return promise switch
        {
            { State: AcknowledgeState.Taken } taken => wording.Board.Take.TakenBefore(
                taken.By!, wording.Of(taken.Until!.Value.InZone(taken.Explanation.Clock.Agreement.TimeZone))),
            { State: AcknowledgeState.Open } => wording.Board.Take.NobodyHasIt,
            _ => wording.Board.Take.Over,
        };
    }
}
