using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.Harness;

/// <summary>
/// Counts the calls of ports, and at one of them the process dies: before the call, or after it and before anybody hears of it.
/// </summary>
internal sealed class Faults
{
    private int _calls;

    public int Calls => _calls;

    public int? DieAt { get; set; }

    public bool AfterTheCall { get; set; }

    public async Task<T> PassAsync<T>(Func<Task<T>> call)
    {
        var dies = Interlocked.Increment(ref _calls) == DieAt;
        if (dies && !AfterTheCall) throw new ProcessDiedException();

        var answer = await call();
        return dies ? throw new ProcessDiedException() : answer;
    }

    public Task PassAsync(Func<Task> call) => PassAsync(async () =>
    {
        await call();
        return true;
    });
}

/// <summary>A cancellation, because that is the one exception that nothing in the program holds up.</summary>
internal sealed class ProcessDiedException() : OperationCanceledException("The process has died here.");

internal sealed class FaultyStore(ITicketStore store, Faults faults) : ITicketStore
{
    public Task<StoredTicket?> LoadAsync(string ticketId, CancellationToken cancellationToken) =>
        faults.PassAsync(() => store.LoadAsync(ticketId, cancellationToken));

    public Task<bool> CommitAsync(TicketCommit commit, CancellationToken cancellationToken) =>
        faults.PassAsync(() => store.CommitAsync(commit, cancellationToken));

    public Task<IReadOnlyList<DueTicket>> ReadDueAsync(Instant before, int limit, CancellationToken cancellationToken) =>
        faults.PassAsync(() => store.ReadDueAsync(before, limit, cancellationToken));

    public Task DropDueAsync(DueTicket spare, CancellationToken cancellationToken) =>
        faults.PassAsync(() => store.DropDueAsync(spare, cancellationToken));

    public Task<OpenTickets> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken) =>
        faults.PassAsync(() => store.ReadOpenAsync(after, most, cancellationToken));

    public Task<TicketPage> ReadAllAsync(string? after, int most, CancellationToken cancellationToken) =>
        faults.PassAsync(() => store.ReadAllAsync(after, most, cancellationToken));
}

internal sealed class FaultyQueue(INotificationQueue queue, Faults faults) : INotificationQueue
{
    public Task<IReadOnlyList<RefusedMessage>> SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken) =>
        faults.PassAsync(() => queue.SendAsync(messages, cancellationToken));

    public Task SendLaterAsync(OutgoingMessage message, TimeSpan wait, CancellationToken cancellationToken) =>
        faults.PassAsync(() => queue.SendLaterAsync(message, wait, cancellationToken));

    public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken) =>
        faults.PassAsync(() => queue.MeasureAsync(cancellationToken));
}

internal sealed class FaultyLedger(INotificationLedger ledger, Faults faults) : INotificationLedger
{
    public Task<ClaimOutcome> ClaimAsync(NotificationClaim claim, CancellationToken cancellationToken) =>
        faults.PassAsync(() => ledger.ClaimAsync(claim, cancellationToken));

    public Task RecordAsync(string ticketId, string notificationId, NotificationResult result, CancellationToken cancellationToken) =>
        faults.PassAsync(() => ledger.RecordAsync(ticketId, notificationId, result, cancellationToken));

    public Task<IReadOnlyList<NotificationRecord>> ListAsync(string ticketId, CancellationToken cancellationToken) =>
        faults.PassAsync(() => ledger.ListAsync(ticketId, cancellationToken));

    public Task<KeptPage<NotificationRecord>> ReadAllAsync(
        Instant? claimedBefore, string? after, int most, CancellationToken cancellationToken) =>
        faults.PassAsync(() => ledger.ReadAllAsync(claimedBefore, after, most, cancellationToken));

    public Task RewordAsync(NotificationRecord record, CancellationToken cancellationToken) =>
        faults.PassAsync(() => ledger.RewordAsync(record, cancellationToken));

    public Task DropAsync(string ticketId, string notificationId, CancellationToken cancellationToken) =>
        faults.PassAsync(() => ledger.DropAsync(ticketId, notificationId, cancellationToken));
}

internal sealed class FaultyManifests(IMailManifests manifests, Faults faults) : IMailManifests
{
    public Task KeepAsync(MailManifest manifest, CancellationToken cancellationToken) =>
        faults.PassAsync(() => manifests.KeepAsync(manifest, cancellationToken));

    public Task<MailManifest?> FindAsync(string mailId, CancellationToken cancellationToken) =>
        faults.PassAsync(() => manifests.FindAsync(mailId, cancellationToken));

    public Task<KeptPage<MailManifest>> ReadAllAsync(
        Instant? keptBefore, string? after, int most, CancellationToken cancellationToken) =>
        faults.PassAsync(() => manifests.ReadAllAsync(keptBefore, after, most, cancellationToken));

    public Task DropAsync(string mailId, CancellationToken cancellationToken) =>
        faults.PassAsync(() => manifests.DropAsync(mailId, cancellationToken));
}

internal sealed class FaultyNotes(IMonitorNotes notes, Faults faults) : IMonitorNotes
{
    public Task KeepAsync(MonitorNote note, CancellationToken cancellationToken) =>
        faults.PassAsync(() => notes.KeepAsync(note, cancellationToken));

    public Task<MonitorNote> AddAsync(MonitorNote note, CancellationToken cancellationToken) =>
        faults.PassAsync(() => notes.AddAsync(note, cancellationToken));

    public Task<MonitorNote?> FindAsync(string name, CancellationToken cancellationToken) =>
        faults.PassAsync(() => notes.FindAsync(name, cancellationToken));

    public Task<KeptPage<MonitorNote>> ReadAsync(string prefix, string? after, int most, CancellationToken cancellationToken) =>
        faults.PassAsync(() => notes.ReadAsync(prefix, after, most, cancellationToken));

    public Task DropAsync(string name, CancellationToken cancellationToken) =>
        faults.PassAsync(() => notes.DropAsync(name, cancellationToken));
}

internal sealed class FaultyMailer(IMailer mailer, Faults faults) : IMailer
{
    public Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken) =>
        faults.PassAsync(() => mailer.SendAsync(mail, cancellationToken));
}
