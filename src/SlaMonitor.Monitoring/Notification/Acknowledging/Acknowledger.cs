using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>Lets whoever has a link take what it was made for: one promise, or all that a mail told of.</summary>
public sealed class Acknowledger(AcknowledgeTokens tokens, PromiseTaking taking, IMailManifests manifests, IClock clock)
{
    private const int TicketsAtOnce = 8;

    /// <summary>How it stands with what a link was made for. Changes nothing, however often it is asked.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public Task<AcknowledgePage> LookAsync(string token, CancellationToken cancellationToken) =>
        AnswerAsync(token, takes: false, cancellationToken);

    /// <summary>Takes whatever of it nobody has already.</summary>
    /// <exception cref="StoreUnavailableException">The store is away; asking again takes what was not taken, and says what was.</exception>
    public Task<AcknowledgePage> TakeAsync(string token, CancellationToken cancellationToken) =>
        AnswerAsync(token, takes: true, cancellationToken);

    private async Task<AcknowledgePage> AnswerAsync(string token, bool takes, CancellationToken cancellationToken)
    {
        if (await tokens.ReadAsync(token, clock.GetCurrentInstant()) is not var (grant, expired))
            return new AcknowledgePage { State = AcknowledgeState.Invalid };

        var asked = (await AskedAsync(grant, cancellationToken))
            ?.GroupBy(promise => promise.Ticket, promise => promise.Clock, StringComparer.Ordinal)
            .ToList()
            ?? [];
        var answers = new IReadOnlyList<PagePromise>[asked.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = TicketsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, asked.Count, limits, async (i, stop) =>
            answers[i] = await taking.AnswerAsync(
                asked[i].Key, asked[i].ToHashSet(), grant.Recipient, takes && !expired, stop));
        return Page(token, grant.Recipient, [.. answers.SelectMany(promises => promises)], expired || asked.Count == 0);
    }

    /// <summary>
    /// The promises that a link is about, the most pressing first; <c>null</c> where nobody knows any more what was in the mail.
    /// </summary>
    private async Task<IEnumerable<(string Ticket, ClockId Clock)>?> AskedAsync(
        AcknowledgeGrant grant, CancellationToken cancellationToken) =>
        grant switch
        {
            PromiseGrant promise => [(promise.TicketId, promise.Clock)],
            MailGrant mail => await manifests.FindAsync(mail.MailId, cancellationToken) is { } manifest
                ? MailOrderJson.Read(manifest.Body)
                    .Items.Where(item => item.Kind != MailItemKind.AllClear)
                    .Select(item => (item.TicketId, item.Clock))
                : null,
            _ => null,
        };

    private static AcknowledgePage Page(string token, string recipient, IReadOnlyList<PagePromise> promises, bool expired)
    {
        var reader = promises.Count == 0 ? null : AddresseeLookup.Known(promises[0].Explanation.Clock.Agreement, recipient, string.Empty);
        var state = expired ? AcknowledgeState.Expired
            : promises.Any(promise => promise.State == AcknowledgeState.Open) ? AcknowledgeState.Open
            : promises.Any(promise => promise.State == AcknowledgeState.Taken) ? AcknowledgeState.Taken
            : AcknowledgeState.Done;
        var page = new AcknowledgePage
        {
            State = state,
            // Whoever finds an old link is told no more than that it is old.
            Promises = expired ? [] : promises,
            Recipient = recipient,
            ActionUrl = state == AcknowledgeState.Open ? token : null,
        };
        return reader is null ? page : page with { Language = reader.Language, TimeZone = reader.TimeZone };
    }
}
