using SlaMonitor.Agreements;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>The agreements with the changes of rotations that were made while the monitor runs: who counts is who stands in.</summary>
/// <param name="source">The agreements as they are written.</param>
/// <param name="amendments">The changes.</param>
internal sealed class AmendedAgreements(IAgreementSource source, ShiftAmendments amendments) : IAgreementSource
{
    private volatile Amended? _last;

    public IReadOnlyList<string> Troubles => source.Troubles;

    public IReadOnlyList<AgreementFile> Files => source.Files;

    public async Task<AgreementBook> GetAsync(CancellationToken cancellationToken) =>
        Amend(await source.GetAsync(cancellationToken), await amendments.GetAsync(cancellationToken));

    public async Task<AgreementBook> GetTermsAsync(CancellationToken cancellationToken) =>
        Amend(await source.GetTermsAsync(cancellationToken), amendments.Known);

    private AgreementBook Amend(AgreementBook book, IReadOnlyList<ShiftAmendment> changes)
    {
        if (changes.Count == 0) return book;
        if (_last is { } last && ReferenceEquals(last.Source, book) && ReferenceEquals(last.Changes, changes)) return last.Book;

        var byContact = changes.ToLookup(change => (change.Agreement, change.Contact), change => change.AsOverride);
        var amended = new AgreementBook(
            book.Agreements.Select(history => new AgreementHistory(history.Versions.Select(version => Amend(version, byContact)))));
        _last = new Amended(book, changes, amended);
        return amended;
    }

    private static Agreement Amend(Agreement agreement, ILookup<(string Agreement, string Contact), RotationOverride> changes) =>
        !agreement.Contacts.Keys.Any(id => changes.Contains((agreement.Id, id)))
            ? agreement
            : agreement with
            {
                Contacts = agreement.Contacts.ToDictionary(
                    entry => entry.Key,
                    entry => entry.Value.Rotation is { } rotation && changes[(agreement.Id, entry.Key)].ToList() is { Count: > 0 } more
                        ? entry.Value with { Rotation = rotation with { Overrides = [.. rotation.Overrides, .. more] } }
                        : entry.Value,
                    StringComparer.Ordinal),
            };

    private sealed record Amended(AgreementBook Source, IReadOnlyList<ShiftAmendment> Changes, AgreementBook Book);
}
