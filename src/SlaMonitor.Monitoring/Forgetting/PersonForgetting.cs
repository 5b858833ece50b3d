using Microsoft.Extensions.Logging;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Erasing;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Erasing;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Forgetting;

/// <summary>
/// Erases a person from all that the monitor keeps, in stretches of bounded length: a platform ends a request that takes minutes. The names
/// are kept nowhere, so whoever asks goes on with them. What is erased already is passed over: an erasure that was broken off, by a crash
/// or otherwise, is begun again from its beginning.
/// </summary>
public sealed class PersonForgetting(
    ITicketStore store, TicketForgetting tickets, IEnumerable<IPersonTraces> traces, PseudonymSecret secret, ErasureRecords records,
    IAgreementSource agreements, TimeProvider time, ILogger<PersonForgetting> logger)
{
    private const string Tickets = "tickets";

    private readonly IReadOnlyList<IPersonTraces> _traces = [.. traces];

    /// <summary>For how long one stretch works, about.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many tickets are asked for at once.</summary>
    internal int PageSize { get; init; } = 200;

    /// <summary>Goes through a stretch of all that is kept.</summary>
    /// <param name="names">The names of the person: at least one.</param>
    /// <param name="from">The <see cref="Forgotten.Next"/> of the stretch before; <c>null</c> for the first.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What came of it; <c>null</c> where <paramref name="from"/> is none that was given out.</returns>
    /// <exception cref="UnavailableException">Something is away. What was erased by then stays so; begin anew.</exception>
    public async Task<Forgotten?> GoOnAsync(IReadOnlyList<string> names, string? from, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        if ((from is null ? new(Tickets, null) : ForgettingPlace.Parse(from)) is not { } place || StageOf(place.What) is not { } stage)
            return null;

        var pseudonyms = await secret.GetAsync(cancellationToken);
        var person = new PersonNames(names, pseudonyms);
        var found = new Found();
        var begun = time.GetTimestamp();
        var after = place.After;
        var isOver = false;
        while (!isOver && (found.Pages == 0 || time.GetElapsedTime(begun) < Patience))
        {
            after = stage == 0
                ? await ForgetTicketsAsync(person, after, found, cancellationToken)
                : await ForgetTracesAsync(_traces[stage - 1], person, after, found, cancellationToken);
            found.Pages++;
            if (after is null) isOver = ++stage > _traces.Count;
        }

        var stretch = new ErasureRecord(
            pseudonyms.OfAll(person.All), default, default, null, person.All.Count, found.Tickets, found.Events, found.Kept.Count,
            found.Traces);
        var record = await records.AddAsync(stretch, isFirst: from is null, isOver, cancellationToken);
        if (isOver) logger.PersonForgotten(record.Id, record.Tickets, record.Events, record.Kept);
        return new(
            record, isOver ? null : new ForgettingPlace(NameOf(stage), after).ToString(), found.Kept,
            await NamedByAsync(person, cancellationToken));
    }

    private int? StageOf(string what)
    {
        for (var stage = 0; stage <= _traces.Count; stage++)
        {
            if (NameOf(stage) == what) return stage;
        }

        return null;
    }

    private string NameOf(int stage) => stage == 0 ? Tickets : _traces[stage - 1].What;

    private async Task<string?> ForgetTicketsAsync(PersonNames person, string? after, Found found, CancellationToken cancellationToken)
    {
        var page = await store.ReadAllAsync(after, PageSize, cancellationToken);
        var erased = await AtOnce.SelectAsync(
            page.TicketIds, async ticketId => (Ticket: ticketId, Events: await tickets.EraseAsync(ticketId, person, cancellationToken)));
        foreach (var (ticket, events) in erased)
        {
            if (events is null) found.Kept.Add(ticket);
            if (events > 0) found.Tickets++;
            found.Events += events ?? 0;
        }

        return page.Next;
    }

    private static async Task<string?> ForgetTracesAsync(
        IPersonTraces traces, PersonNames person, string? after, Found found, CancellationToken cancellationToken)
    {
        var page = await traces.EraseAsync(person, after, cancellationToken);
        if (page.Count > 0) found.Traces[traces.What] = found.Traces.GetValueOrDefault(traces.What) + page.Count;
        return page.Next;
    }

    private async Task<IReadOnlyList<string>> NamedByAsync(PersonNames person, CancellationToken cancellationToken)
    {
        var book = await agreements.GetTermsAsync(cancellationToken);
        return
        [
            .. book.Agreements
                .Where(history => history.Versions.Any(version => version.Contacts.Values.Any(contact => IsNamed(contact, person))))
                .Select(history => history.Id),
        ];
    }

    private static bool IsNamed(Contact contact, PersonNames person) =>
        contact.KnownAs.Append(contact.Id).Append(contact.Email).Concat(contact.Rotation?.Turns.Members ?? []).Any(person.Is);

    /// <summary>What a stretch has found.</summary>
    private sealed class Found
    {
        public int Pages { get; set; }

        public int Tickets { get; set; }

        public int Events { get; set; }

        public List<string> Kept { get; } = [];

        public Dictionary<string, int> Traces { get; } = new(StringComparer.Ordinal);
    }
}
